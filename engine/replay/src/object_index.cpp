#include "object_index.h"

#include <algorithm>

namespace loopline::replay {

using trace::Event;
using trace::Kind;
using trace::ObjectChange;

namespace {

constexpr std::size_t kNoInterval = SIZE_MAX;

std::int32_t small(std::int64_t value) noexcept {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, INT32_MIN + 1, INT32_MAX));
}

}  // namespace

ObjectIndex::ObjectIndex(const trace::RunData& data)
    : m_data(data), m_now(data.objects.size()), m_there_interval(data.objects.size(), kNoInterval) {
  std::vector<std::uint32_t> ids;
  for (const trace::ObjectRow& row : data.objects) ids.push_back(row.id);
  m_ids.build(ids);
}

void ObjectIndex::note(EventIndex number, const Event& event) {
  const std::uint32_t object = find(static_cast<ObjectId>(event.a));
  if (object == kNowhere) return;
  std::size_t& interval = m_there_interval[object];
  switch (event.kind) {
    case Kind::object_made:
      if (interval != kNoInterval) break;
      interval = m_there.add(number);
      m_there_objects.push_back(object);
      break;
    case Kind::future_done:
      if (interval != kNoInterval) m_there.close(interval, number);
      break;
    default: changed(object, number, event); break;
  }
}

void ObjectIndex::changed(std::uint32_t object, EventIndex number, const Event& event) {
  Condition& now = m_now[object];
  switch (static_cast<ObjectChange>(event.b)) {
    case ObjectChange::acquired:
      acquired(object, number, event.task);
      now.value = small(event.c);
      break;
    case ObjectChange::released:
      released(object, number, event.task);
      now.value = small(event.c);
      break;
    case ObjectChange::set: now.set = 1; break;
    case ObjectChange::cleared: now.set = 0; break;
    case ObjectChange::put:
      now.value = small(event.c);
      now.unfinished = now.unfinished == kUnknown ? 1 : small(std::int64_t{now.unfinished} + 1);
      break;
    case ObjectChange::task_done: now.unfinished = small(event.c); break;
    case ObjectChange::got:
    case ObjectChange::arrived: now.value = small(event.c); break;
    case ObjectChange::child: m_children.note(object, {number, static_cast<ObjectId>(event.d)}); break;
    case ObjectChange::resized:
      now.size = small(event.c);
      if (m_data.objects[object].type == trace::ObjectType::semaphore && now.value == kUnknown) now.value = now.size;
      break;
    default: break;
  }
  now.event = number;
  m_conditions.note(object, now);
}

void ObjectIndex::acquired(std::uint32_t object, EventIndex number, ObjectId task) {
  m_open_holds[object].push_back(m_holds.add(number));
  m_hold_of.push_back({object, task});
}

// By the task that has it, else (a semaphore may be released by anyone) what was acquired first.
void ObjectIndex::released(std::uint32_t object, EventIndex number, ObjectId task) {
  const auto open = m_open_holds.find(object);
  if (open == m_open_holds.end()) return;
  std::vector<std::size_t>& holds = open->second;
  auto hold = std::ranges::find_if(holds, [&](std::size_t at) { return m_hold_of[at].task == task; });
  if (hold == holds.end()) hold = holds.begin();
  m_holds.close(*hold, number);
  holds.erase(hold);
  if (holds.empty()) m_open_holds.erase(open);
}

void ObjectIndex::finish() {
  m_there.finish();
  m_holds.finish();
  m_conditions.finish(m_data.objects.size());
  m_children.finish(m_data.objects.size());
  m_now = {};
  m_there_interval = {};
  m_open_holds = {};
}

bool ObjectIndex::restore() {
  const std::size_t objects = m_data.objects.size();
  m_now = {};
  m_there_interval = {};
  if (!m_there.restore() || !m_holds.restore()) return false;
  if (m_there_objects.size() != m_there.size() || m_hold_of.size() != m_holds.size()) return false;
  if (!m_conditions.is_sound(objects) || !m_children.is_sound(objects)) return false;
  const auto there = [objects](std::uint32_t object) { return object < objects; };
  return std::ranges::all_of(m_there_objects, there) && std::ranges::all_of(m_hold_of, there, &Hold::object);
}

std::vector<std::uint32_t> ObjectIndex::there_at(EventIndex event) const {
  std::vector<std::uint32_t> objects = m_there.at(event);
  for (std::uint32_t& object : objects) object = m_there_objects[object];
  return objects;
}

ObjectIndex::Condition ObjectIndex::condition_at(std::uint32_t object, EventIndex event) const noexcept {
  const std::span<const Condition> conditions = m_conditions.of(object);
  const auto after = std::ranges::upper_bound(conditions, event, {}, &Condition::event);
  return after == conditions.begin() ? Condition{} : *std::prev(after);
}

std::span<const ObjectIndex::Child> ObjectIndex::children_at(std::uint32_t object, EventIndex event) const noexcept {
  const std::span<const Child> children = m_children.of(object);
  const auto after = std::ranges::upper_bound(children, event, {}, &Child::event);
  return children.first(static_cast<std::size_t>(after - children.begin()));
}

std::vector<std::pair<std::uint32_t, ObjectId>> ObjectIndex::holds_at(EventIndex event) const {
  std::vector<std::pair<std::uint32_t, ObjectId>> holds;
  for (const std::uint32_t hold : m_holds.at(event)) holds.emplace_back(m_hold_of[hold].object, m_hold_of[hold].task);
  return holds;
}

}  // namespace loopline::replay
