// Locks, events, semaphores, queues, gathers …: what they are like after any event.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "grouped.h"
#include "id_map.h"
#include "interval_index.h"
#include "trace/run_data.h"

namespace loopline::replay {

class ObjectIndex {
 public:
  static constexpr std::int32_t kUnknown = INT32_MIN;

  /// An object after one of its changes.
  struct Condition {
    EventIndex event = 0;
    std::int32_t value = kUnknown;       // free permits, items, who has arrived
    std::int32_t unfinished = kUnknown;  // queue
    std::int32_t size = kUnknown;
    std::int32_t set = kUnknown;  // event: 0 or 1
  };
  struct Child {
    EventIndex event = 0;
    ObjectId id = 0;
  };

  explicit ObjectIndex(const trace::RunData& data);

  void note(EventIndex number, const trace::Event& event);
  void finish();

  /// Position in RunData::objects; kNowhere if there is none.
  std::uint32_t find(ObjectId id) const noexcept { return m_ids.find(id); }
  /// Positions of the objects that are there after an event: made, and (futures, gathers) not done.
  std::vector<std::uint32_t> there_at(EventIndex event) const;
  Condition condition_at(std::uint32_t object, EventIndex event) const noexcept;
  std::span<const Child> children_at(std::uint32_t object, EventIndex event) const noexcept;
  /// Who holds what after an event: positions of objects and ids of tasks, in the order in which they got it.
  std::vector<std::pair<std::uint32_t, ObjectId>> holds_at(EventIndex event) const;
  /// All conditions of an object, for counters.
  std::span<const Condition> conditions(std::uint32_t object) const noexcept { return m_conditions.of(object); }

  template <class Archive>
  void archive(Archive& archive) {
    m_there.archive(archive);
    m_holds.archive(archive);
    m_conditions.archive(archive);
    m_children.archive(archive);
    archive(m_there_objects, m_hold_of);
  }
  bool restore();

 private:
  void changed(std::uint32_t object, EventIndex number, const trace::Event& event);
  void acquired(std::uint32_t object, EventIndex number, ObjectId task);
  void released(std::uint32_t object, EventIndex number, ObjectId task);

  struct Hold {
    std::uint32_t object = 0;
    ObjectId task = 0;
  };

  const trace::RunData& m_data;
  IdMap m_ids;
  IntervalIndex m_there, m_holds;
  std::vector<std::uint32_t> m_there_objects;  // of each interval of m_there
  std::vector<Hold> m_hold_of;                 // of each interval of m_holds
  Grouped<Condition> m_conditions;
  Grouped<Child> m_children;

  // While events are noted.
  std::vector<Condition> m_now;
  std::vector<std::size_t> m_there_interval;
  std::map<std::uint32_t, std::vector<std::size_t>> m_open_holds;  // by object, in order
};

}  // namespace loopline::replay
