// Where the script is at any moment: frames, lines and variables, from the events of detail `full`.
//
// A stack is a chain of activations: a frame that was called, or resumed after giving a value, on top of what was
// there. A task has a stack of its own that stays while it is suspended; so has each thread, for what runs outside
// tasks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "actors.h"
#include "contexts.h"
#include "grouped.h"
#include "replay/state.h"

namespace loopline::replay {

class ScriptIndex {
 public:
  struct Activation {
    EventIndex begin = 0;
    EventIndex end = kNowhere;  // where it was left, or gave a value
    std::uint32_t frame = 0;    // position in frames
    std::uint32_t below = 0;    // activation + 1; 0: none
    std::uint32_t below_line = 0;
    std::uint32_t depth = 0;
  };
  struct FrameEntry {
    std::uint32_t id = 0;
    StringId function = 0;
  };
  // What happened to a stack: from `event` on, this activation is on top (+ 1; 0: none) at this line.
  struct Control {
    EventIndex event = 0;
    std::uint32_t top = 0;
    std::uint32_t line = 0;
  };
  struct Variable {
    EventIndex event = 0;
    StringId name = 0;
  };

  ScriptIndex(const trace::RunData& data, const Actors& actors);

  void note(EventIndex number, const trace::Event& event, const Context& context);
  void finish();
  bool empty() const noexcept { return m_frames.empty(); }

  /// The number of a stack: a task's, or (task 0) a thread's; kNowhere if there is none.
  std::uint32_t stack_of(ObjectId task, ThreadId thread) const noexcept;

  /// The stack after an event, outermost first; at most `limit` of the innermost frames.
  std::vector<Frame> frames_at(std::uint32_t stack, EventIndex event, std::size_t limit = 1'000) const;
  Control control_at(std::uint32_t stack, EventIndex event) const noexcept;
  /// The activations of a stack, in order of begin; their positions.
  std::span<const std::uint32_t> activations(std::uint32_t stack) const noexcept { return m_of_stack.of(stack); }
  const Activation& activation(std::uint32_t position) const noexcept { return m_activations[position]; }
  const FrameEntry& frame(std::uint32_t position) const noexcept { return m_frames[position]; }
  std::uint32_t greatest_depth(std::uint32_t stack) const noexcept;

  std::vector<replay::Variable> variables_at(std::uint32_t frame, EventIndex event) const;

  /// Events at which a line began to run.
  std::span<const EventIndex> runs_of(std::uint32_t line) const noexcept { return m_runs.of(line); }
  std::span<const EventIndex> lines() const noexcept { return m_lines; }

  template <class Archive>
  void archive(Archive& archive) {
    archive(m_frames, m_activations, m_lines);
    m_controls.archive(archive);
    m_of_stack.archive(archive);
    m_variables.archive(archive);
    m_runs.archive(archive);
  }
  bool is_sound(EventIndex last) const noexcept;

 private:
  static constexpr std::uint32_t kMostLines = 1'000'000;
  static constexpr std::uint32_t kMostNested = 100'000;

  void push(std::uint32_t stack, EventIndex number, std::uint32_t frame, std::uint32_t line);
  void pop(std::uint32_t stack, EventIndex number, std::uint32_t frame);
  std::uint32_t position(std::int64_t frame_id) const noexcept;

  const trace::RunData& m_data;
  const Actors& m_actors;
  std::vector<FrameEntry> m_frames;  // by id
  std::vector<Activation> m_activations;
  std::vector<EventIndex> m_lines;
  Grouped<Control> m_controls;        // by stack
  Grouped<std::uint32_t> m_of_stack;  // activations by stack
  Grouped<Variable> m_variables;      // by frame; a frame's by name, then event
  Grouped<EventIndex> m_runs;         // by line
  std::vector<Control> m_now;         // of each stack, while events are noted
};

}  // namespace loopline::replay
