#include "counter_builder.h"

#include <algorithm>

namespace loopline::replay {

using trace::Event;
using trace::Kind;
using trace::ObjectType;
using trace::RunKind;

EventIndex queued_at(const Event& begin, EventIndex number, EventIndex turn) noexcept {
  const auto scheduled = static_cast<EventIndex>(std::clamp<std::int64_t>(begin.a, 1, number));
  if (begin.kind != Kind::callback_begin) return scheduled;
  const auto kind = static_cast<RunKind>(begin.c);
  const bool comes_with_turn = kind == RunKind::timer || kind == RunKind::io || kind == RunKind::signal;
  return comes_with_turn ? std::max(scheduled, turn) : scheduled;
}

void CounterBuilder::in_queue(const Context& context, EventIndex from, EventIndex to) {
  Queue& queue = m_queues[context.loop];
  queue.in.push_back(queue.in.empty() ? from : std::max(from, queue.in.back()));
  queue.out.push_back(to);
}

void CounterBuilder::note(EventIndex number, const Event& event, const Context& context) {
  switch (event.kind) {
    case Kind::callback_begin:
    case Kind::step_begin: {
      const std::uint32_t loop = m_actors.loop(context.loop);
      const bool no_turn = loop == kNowhere || m_actors.loops[loop].turns.empty();
      in_queue(context, queued_at(event, number, no_turn ? 0 : m_actors.loops[loop].turns.back()), number);
      break;
    }
    case Kind::task_created:
    case Kind::step_end: {
      const bool created = event.kind == Kind::task_created;
      if (!created && trace::step_end_of(event.a) < trace::StepEnd::returned) break;
      const std::int32_t before = m_live.value.empty() ? 0 : m_live.value.back();
      m_live.event.push_back(number);
      m_live.value.push_back(before + (created ? 1 : -1));
      break;
    }
    case Kind::gauge: {
      const std::string_view name = m_data.strings[static_cast<StringId>(event.a)];
      Counter& counter = m_gauges[name];
      counter.name = name;
      counter.event.push_back(number);
      counter.value.push_back(static_cast<std::int32_t>(std::clamp<std::int64_t>(event.b, INT32_MIN, INT32_MAX)));
      break;
    }
    default: break;
  }
}

// Both lists rise: merged, they are the changes of the length.
Counter CounterBuilder::ready_counter(ObjectId loop, const Queue& queue) const {
  Counter counter{.kind = CounterKind::ready_queue, .object = loop, .name = "ready"};
  std::size_t in = 0, out = 0;
  while (out < queue.out.size()) {
    EventIndex at = queue.out[out];
    if (in < queue.in.size()) at = std::min(at, queue.in[in]);
    while (in < queue.in.size() && queue.in[in] == at) ++in;
    while (out < queue.out.size() && queue.out[out] == at) ++out;
    counter.event.push_back(at);
    counter.value.push_back(static_cast<std::int32_t>(in - out));
  }
  return counter;
}

void CounterBuilder::object_counters(const ObjectIndex& objects, std::vector<Counter>& counters) const {
  for (std::uint32_t i = 0; i < m_data.objects.size(); ++i) {
    const trace::ObjectRow& row = m_data.objects[i];
    const bool queue = row.type == ObjectType::queue || row.type == ObjectType::thread_queue;
    if (!queue && row.type != ObjectType::semaphore) continue;
    Counter counter{.kind = queue ? CounterKind::queue_items : CounterKind::free_permits, .object = row.id};
    counter.name = m_data.strings[row.label];
    if (counter.name.empty()) counter.name = queue ? "queue" : "semaphore";
    for (const ObjectIndex::Condition& condition : objects.conditions(i)) {
      if (condition.value == ObjectIndex::kUnknown) continue;
      counter.event.push_back(condition.event);
      counter.value.push_back(condition.value);
    }
    if (!counter.event.empty()) counters.push_back(std::move(counter));
  }
}

std::vector<Counter> CounterBuilder::finish(const ObjectIndex& objects) {
  std::vector<Counter> counters;
  for (const auto& [loop, queue] : m_queues) counters.push_back(ready_counter(loop, queue));
  if (!m_live.event.empty()) counters.push_back(std::move(m_live));
  object_counters(objects, counters);
  for (auto& [name, counter] : m_gauges) counters.push_back(std::move(counter));
  for (Counter& counter : counters) make_blocks(counter);
  return counters;
}

void make_blocks(Counter& counter) {
  for (std::size_t i = 0; i < counter.value.size(); i += Counter::kBlock) {
    const auto last = std::min(i + Counter::kBlock, counter.value.size());
    const auto [least, greatest] = std::ranges::minmax(std::span(counter.value).subspan(i, last - i));
    counter.blocks.push_back({least, greatest});
  }
}

std::int64_t Counter::at(EventIndex event_number) const noexcept {
  const auto after = std::ranges::upper_bound(event, event_number);
  return after == event.begin() ? 0 : value[static_cast<std::size_t>(after - event.begin()) - 1];
}

Counter::Range Counter::range(EventIndex first, EventIndex last) const noexcept {
  Range range{at(first), at(first)};
  const auto add = [&range](std::int64_t least, std::int64_t greatest) {
    range.least = std::min(range.least, least);
    range.greatest = std::max(range.greatest, greatest);
  };
  auto i = static_cast<std::size_t>(std::ranges::upper_bound(event, first) - event.begin());
  const auto end = static_cast<std::size_t>(std::ranges::upper_bound(event, last) - event.begin());
  while (i < end) {
    if (i % kBlock == 0 && i + kBlock <= end) {
      add(blocks[i / kBlock].least, blocks[i / kBlock].greatest);
      i += kBlock;
    } else {
      add(value[i], value[i]);
      ++i;
    }
  }
  return range;
}

}  // namespace loopline::replay
