// Writes into a recording what the loop tells its Instrument and the virtual machine its Observer.
//
// Events are appended in the order in which they are told; the number of the newest is the Instrument's last_event().
// Once the run's last event is there (a deadlock, a limit, the end) nothing more is taken: what the program does while
// it is being unwound is no part of the run.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "line_buffer.h"
#include "loop/instrument.h"
#include "run/run.h"
#include "script/observer.h"
#include "trace/recorder.h"
#include "variable_watch.h"
#include "world/install.h"

namespace loopline::loop {
class Runtime;
}
namespace loopline::script {
class Code;
class Vm;
}  // namespace loopline::script

namespace loopline::run {

class RecordingInstrument final : public loop::Instrument,
                                  public script::Observer,
                                  public world::Observer,
                                  private VariableListener {
 public:
  /// Recorder, output and control are not owned and outlive it; output and control may be null.
  RecordingInstrument(trace::Recorder& recorder, const Settings& settings, Output* output, Control* control);
  ~RecordingInstrument() override;

  /// The machine and the runtime that it watches; before anything runs.
  void attach(script::Vm& vm, loop::Runtime& runtime);
  /// For Recorder::begin_run.
  const std::int64_t* clock() const noexcept { return &m_time; }

  // How it ends.
  void main_ends(trace::MainEnd how, std::string_view text);
  void deadlocked();
  void limit_reached(std::string_view what, std::string_view message);
  void ends();
  /// Takes nothing more.
  void close() noexcept { m_care |= kClosed; }
  /// The limit of events was reached: the run must end (its threads have been told).
  bool out_of_events() const noexcept { return m_out_of_events; }
  const std::string& out_of_events_message() const noexcept { return m_out_of_events_message; }

  // loop::Instrument
  void loop_made(loop::ObjectId loop, std::string_view label) override;
  void loop_changed(loop::ObjectId loop, loop::LoopChange change) override;
  void turn_begins(loop::ObjectId loop, std::uint64_t turn, std::size_t ready) override;
  void select_begins(loop::ObjectId loop, loop::Time until) override;
  void callback_begins(loop::RunKind kind, std::string_view name, loop::EventNumber scheduled,
                       loop::ObjectId handle) override;
  void handle_cancelled(loop::ObjectId handle, loop::EventNumber scheduled) override;
  void timer_set(loop::ObjectId timer, std::string_view name, loop::Time due, const loop::Awaited& releases) override;
  void timer_cancelled(loop::ObjectId timer) override;
  void task_created(const loop::TaskInfo& task) override;
  void task_renamed(loop::ObjectId task, std::string_view name) override;
  void step_begins(loop::ObjectId task, loop::RunKind kind, loop::EventNumber scheduled, bool throws) override;
  void step_yields(loop::ObjectId task) override;
  void step_awaits(loop::ObjectId task, const loop::Awaited& awaited) override;
  void task_ends(loop::ObjectId task, loop::StepEnd end, std::string_view value) override;
  void cancel_requested(loop::ObjectId victim, loop::ObjectId by, loop::CancelEffect effect,
                        std::string_view message) override;
  void object_made(loop::ObjectId object, loop::ObjectType type, std::string_view label) override;
  void object_changed(loop::ObjectId object, loop::ObjectChange change, loop::ObjectId task, loop::ObjectId other,
                      std::int64_t value) override;
  void future_done(loop::ObjectId future, loop::FutureEnd end, loop::ObjectId by) override;
  void thread_started(std::uint32_t thread, std::string_view name, std::uint32_t host) override;
  void thread_switched(std::uint32_t thread) override;
  void thread_ended(std::uint32_t thread) override;
  void block_begins(loop::Duration duration, loop::Time until, loop::ObjectId task) override;
  void block_ends(loop::ObjectId task) override;
  void warned(loop::WarningKind kind, loop::ObjectId task, std::string_view value) override;

  // world::Observer
  void request_sent(std::string_view text, std::int64_t number) override;
  void request_answered(std::string_view text, std::int64_t number, int status) override;
  void process_started(std::string_view command, std::int64_t process) override;
  void process_ended(std::string_view command, std::int64_t process, int status) override;
  void mail_sent(std::string_view text) override;
  void thread_blocked(std::string_view what, loop::Duration duration, loop::Time until, std::uint32_t task) override;
  void thread_goes_on(std::string_view what, std::uint32_t task) override;
  void signal_delivered(std::string_view name, int number, bool from_outside) override;

  // script::Observer
  void wrote(script::Stream stream, std::string_view text) override;
  void reported(std::string_view text) override;
  bool wants_lines() const override { return m_detail == Detail::full || m_costs.per_line.count() != 0; }
  void entered(script::Frame& frame, bool resumed) override;
  void line(script::Frame& frame, int line) override;
  void left(script::Frame& frame, const script::Value& value) override;
  void suspended(script::Frame& frame) override;
  void raised(script::Frame& frame, const script::Value& exception) override;
  void caught(script::Frame& frame, const script::Value& exception) override;

 private:
  using Kind = trace::Kind;
  template <class T>
  static constexpr std::int64_t number(T value) noexcept {
    return static_cast<std::int64_t>(value);
  }

  // VariableListener
  void changed(std::uint64_t frame, std::string_view name, std::string_view repr) override;
  void deleted(std::uint64_t frame, std::string_view name) override;

  /// The event's number; 0 if it was not recorded.
  loop::EventNumber record(Kind kind, loop::ObjectId task = 0, std::int64_t a = 0, std::int64_t b = 0,
                           std::int64_t c = 0, std::int64_t d = 0);
  void append(Kind kind, loop::ObjectId task, std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);
  loop::EventNumber record_shortly(Kind kind, loop::ObjectId task, std::int64_t a, std::int64_t b, std::int64_t c,
                                   std::int64_t d);
  loop::EventNumber record_with_care(Kind kind, loop::ObjectId task, std::int64_t a, std::int64_t b, std::int64_t c,
                                     std::int64_t d);
  bool is_open() const noexcept { return (m_care & kClosed) == 0; }
  void set_has_parts(bool has) noexcept {
    m_care = static_cast<std::uint8_t>(has ? m_care | kHasParts : m_care & ~kHasParts);
  }
  void record_parts();
  void record_rest();
  void look_around();
  void record_out_of_events();
  std::int64_t text(std::string_view text) { return m_recorder.intern(text); }
  std::int64_t short_text(std::string_view text);
  std::int64_t function_name(script::Code& code);

  /// The notes on a line that runs for the first time.
  void tell_notes(int line);
  /// A cost of the loop that runs: uvloop's own work is cheaper.
  loop::Duration loop_cost(loop::Duration cost) const;
  /// What work costs by the world's rules: the clock moves on.
  void spend(loop::Duration cost);
  loop::ObjectId current_task() const;
  /// The frame below which the loop of the current thread runs: what it calls has no caller in the program.
  script::Frame*& loop_base();
  std::int64_t caller_of(const script::Frame& frame);
  bool suspends_with_task(const script::Frame& leaf);
  bool is_script_suspended() const noexcept;
  void script_step_ends(loop::ObjectId task, std::int64_t how, std::int64_t object, std::int64_t detail);
  trace::StackId stack_of_current_task();
  trace::StackId add_chain(trace::StackId below, script::Frame& leaf);

  trace::Recorder& m_recorder;
  const Detail m_detail;
  const std::uint64_t m_event_limit;
  const world::Costs m_costs;
  std::vector<Note> m_notes;  ///< those whose lines have not run yet
  Output* m_output;
  Control* m_control;
  script::Vm* m_vm = nullptr;
  loop::Runtime* m_runtime = nullptr;
  std::int64_t m_time = 0;
  // Why an event is not just appended.
  static constexpr std::uint8_t kClosed = 1;    // nothing is taken any more
  static constexpr std::uint8_t kHasParts = 2;  // lines that are not complete wait to be told
  std::uint8_t m_care = 0;
  bool m_out_of_events = false;
  std::string m_out_of_events_message;
  std::uint64_t m_quiet_until = 0;  // the number of the event before the next look_around()
  LineBuffer m_lines[2];
  std::uint64_t m_frames = 0;
  std::vector<script::Frame*> m_loop_bases;  // by thread
  std::vector<trace::StackId> m_stacks;      // at detail `tasks`: where each task was suspended, by its id; 0: nowhere
  std::optional<VariableWatch> m_variables;  // at detail `full`
  std::vector<script::Frame*> m_chain;       // reused
  std::string m_cut;
};

}  // namespace loopline::run
