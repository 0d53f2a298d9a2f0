// The tasks, loops and threads of a run: what is known of them besides their tracks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "id_map.h"
#include "replay/state.h"
#include "replay/timeline.h"
#include "trace/run_data.h"

namespace loopline::replay {

struct TaskEntry {
  trace::TaskRow row;
  EventIndex created = 0;
  EventIndex ended = 0;  // 0: never
  LaneIndex lane = kNoLane;
  ThreadId thread = 1;
  std::uint16_t rows = 1;
  bool own_work = false;
};

struct LoopEntry {
  struct Change {
    EventIndex event;
    LoopPhase phase;
  };
  ObjectId id = 0;
  StringId label = 0;
  ThreadId thread = 1;
  LaneIndex lane = kNoLane;
  EventIndex made = 0;
  std::vector<Change> phases;  // made, running, stopping, stopped, closed; idle is told by the track
  std::vector<EventIndex> turns;
  std::vector<EventIndex> begins;  // of every handle that ran: a ready queue is first in, first out
};

struct ThreadEntry {
  std::uint32_t host = kNowhere;  // the thread whose greenlet it is; a position in Actors::threads
  ThreadId id = 0;
  StringId name = 0;
  LaneIndex lane = kNoLane;
  EventIndex started = 0;
  EventIndex ended = 0;  // 0: never
  bool hub = false;      // the greenlet that only switches to the others; it is called so in the recording
};

class Actors {
 public:
  explicit Actors(const trace::RunData& data);

  // Position in the lists below; kNowhere if there is none.
  std::uint32_t task(ObjectId id) const noexcept { return m_task_ids.find(id); }
  std::uint32_t loop(ObjectId id) const noexcept;
  std::uint32_t thread(ThreadId id) const noexcept;

  std::vector<TaskEntry> tasks;  // in order of creation
  std::vector<LoopEntry> loops;
  std::vector<ThreadEntry> threads;

  std::uint32_t add_loop(ObjectId id, StringId label);
  std::uint32_t add_thread(ThreadId id, StringId name);

  /// Whether the turn passes between two greenlets of one thread, its main one included.
  bool are_greenlets(std::uint32_t from, std::uint32_t to) const noexcept;

  /// A task's name after an event.
  std::string_view task_name(std::uint32_t task, EventIndex event) const noexcept;
  void rename(std::uint32_t task, EventIndex event, StringId name) { m_renames.push_back({task, event, name}); }
  void finish_names();

  /// What the events told beyond the tables.
  template <class Archive>
  void archive(Archive& archive) {
    for (TaskEntry& task : tasks) {
      std::uint8_t own_work = task.own_work;
      archive(task.row.loop, task.created, task.ended, task.lane, task.thread, task.rows, own_work);
      task.own_work = own_work != 0;
    }
    archive_list(archive, loops, [&archive](LoopEntry& loop) {
      std::vector<EventIndex> events;
      std::vector<LoopPhase> phases;
      for (const LoopEntry::Change& change : loop.phases) {
        events.push_back(change.event);
        phases.push_back(change.phase);
      }
      archive(loop.label, loop.thread, loop.lane, loop.made, events, phases, loop.turns, loop.begins);
      loop.phases.resize(std::min(events.size(), phases.size()));
      for (std::size_t i = 0; i < loop.phases.size(); ++i) loop.phases[i] = {events[i], phases[i]};
    });
    archive_list(archive, threads, [&archive](ThreadEntry& thread) {
      archive(thread.name, thread.lane, thread.host, thread.started, thread.ended);
    });
    archive(m_renames);
  }
  bool is_sound(EventIndex last) const noexcept;

 private:
  // Loops and threads that no table tells about are in the archive too, so the list may have to grow.
  template <class Archive, class Entries, class Rest>
  void archive_list(Archive& archive, Entries& entries, Rest rest) {
    std::uint64_t count = entries.size();
    archive(count);
    for (std::size_t i = 0; i < count && archive.ok(); ++i) {
      ObjectId id = i < entries.size() ? entries[i].id : 0;
      archive(id);
      if (i >= entries.size()) {
        if constexpr (std::is_same_v<Entries, std::vector<LoopEntry>>) {
          add_loop(id, 0);
        } else {
          add_thread(id, 0);
        }
      }
      if (i < entries.size()) rest(entries[i]);
    }
  }

  void find_greenlets();

  struct Rename {
    std::uint32_t task;
    EventIndex event;
    StringId name;
  };
  const trace::RunData& m_data;
  IdMap m_task_ids;
  std::map<std::uint32_t, std::uint32_t> m_loop_ids, m_thread_ids;
  std::vector<std::string> m_numbered_names;  // "Task-7", for tasks without a name of their own
  std::vector<Rename> m_renames;              // by task, then event
};

}  // namespace loopline::replay
