// The tables beside `event`, as plain structs: what a run is, and what its ids stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trace/event.h"

namespace loopline::trace {

/// Runs of a file, from 1.
using RunId = std::uint32_t;

/// How much is recorded.
enum class Detail : std::uint8_t {
  tasks,  ///< loop, handles, tasks, objects, output
  full,   ///< and the script: calls, lines, changed variables
};

/// How a run ended. `running` in a file that nobody writes any more: it was killed, and holds what was committed.
enum class RunState : std::uint8_t { running, finished, exception, sysexit, deadlock, limit, stopped };

std::string_view name_of(RunState state) noexcept;
std::string_view name_of(Detail detail) noexcept;

/// What is known of a run before it begins.
struct RunInfo {
  std::string title = {};      ///< the scenario's name
  std::string file_name = {};  ///< base name of the script, as tracebacks show it
  std::string source = {};     ///< the whole text, so that a recording opens on its own
  Detail detail = Detail::full;
  std::int64_t seed = 0;
  bool debug = false;           ///< asyncio's debug mode
  std::string settings = "{}";  ///< everything else that decided the run (world, limits …) as a JSON object
};

/// A row of `run`.
struct Run {
  RunId id = 0;
  RunInfo info;
  std::uint64_t first_event = 0;  ///< id of its first row in `event`; 0 if it has none
  std::uint64_t last_event = 0;
  RunState state = RunState::running;
  std::string ended_text = {};  ///< the exception's last line, the limit's message …

  std::uint64_t event_count() const noexcept { return first_event ? last_event - first_event + 1 : 0; }
};

/// A row of `task`.
struct TaskRow {
  ObjectId id = 0;
  std::uint64_t number = 0;  ///< N of "Task-N"; 0 if it was named at creation
  StringId name = 0;         ///< 0: "Task-N"
  StringId coroutine = 0;    ///< qualified name
  StringId label = 0;        ///< the call as written, "say('world', 2)"; may be empty
  ObjectId parent = 0;       ///< the task that was running
  ObjectId loop = 0;
  EventNumber event = 0;  ///< its task_created

  bool operator==(const TaskRow&) const = default;
};

/// A row of `object`.
struct ObjectRow {
  ObjectId id = 0;
  ObjectType type = ObjectType::other;
  StringId label = 0;
  EventNumber event = 0;  ///< its object_made

  bool operator==(const ObjectRow&) const = default;
};

/// A row of `stack`: `function`, now at `line`, called from the node `parent`.
struct StackRow {
  StackId id = 0;
  StackId parent = 0;  ///< always smaller than id
  StringId function = 0;
  std::uint32_t line = 0;

  bool operator==(const StackRow&) const = default;
};

/// A row of `loop`.
struct LoopRow {
  ObjectId id = 0;
  StringId label = 0;
  EventNumber event = 0;

  bool operator==(const LoopRow&) const = default;
};

/// A row of `thread`.
struct ThreadRow {
  ThreadId id = 0;
  StringId name = 0;
  EventNumber event = 0;

  bool operator==(const ThreadRow&) const = default;
};

/// A person's bookmark or note; the only thing in a recording that people change.
struct Annotation {
  std::int64_t id = 0;  ///< 0: new
  RunId run = 0;
  EventNumber event = 0;
  std::int64_t time = 0;
  std::string kind = {};  ///< "bookmark" or "note"
  std::string text = {};
};

/// The interned texts. Views stay valid as long as the table is neither changed nor destroyed.
class StringTable {
 public:
  StringTable() : m_ends{0} {}

  /// The text of an id; empty for 0 and for ids that the table does not have.
  std::string_view operator[](StringId id) const noexcept {
    if (id == 0 || id >= m_ends.size()) return {};
    return std::string_view(m_text).substr(m_ends[id - 1], m_ends[id] - m_ends[id - 1]);
  }
  /// Gives the text the next id.
  StringId add(std::string_view text) {
    m_text.append(text);
    m_ends.push_back(m_text.size());
    return static_cast<StringId>(m_ends.size() - 1);
  }
  std::size_t size() const noexcept { return m_ends.size() - 1; }

 private:
  std::string m_text;               // all texts, one behind the other
  std::vector<std::size_t> m_ends;  // where text number i ends; [0] is 0
};

}  // namespace loopline::trace
