#include "replay/cut.h"

#include <algorithm>
#include <array>
#include <utility>

namespace loopline::replay {

namespace {

template <class Row>
std::vector<Row> made_by(const std::vector<Row>& rows, EventIndex last) {
  std::vector<Row> kept;
  std::ranges::copy_if(rows, std::back_inserter(kept), [last](const Row& row) { return row.event <= last; });
  return kept;
}

}  // namespace

trace::Result<Replay> known_at(const Replay& replay, EventIndex last) {
  const trace::RunData& all = replay.data();
  last = std::clamp<EventIndex>(last, 1, std::max<EventIndex>(replay.event_count(), 1));
  trace::RunData known;
  known.run = all.run;
  known.run.state = trace::RunState::running;
  known.run.ended_text.clear();
  if (known.run.first_event != 0) known.run.last_event = known.run.first_event + last - 1;
  known.strings = all.strings;
  known.stacks = all.stacks;
  known.tasks = made_by(all.tasks, last);
  known.objects = made_by(all.objects, last);
  known.loops = made_by(all.loops, last);
  known.threads = made_by(all.threads, last);
  std::array<trace::Event, trace::EventColumns::kBlock> buffer;
  std::size_t left = last;
  for (std::size_t block = 0; block < all.events.block_count() && left > 0; ++block) {
    const std::span<const trace::Event> events = all.events.block(block, buffer);
    known.events.append(events.first(std::min(left, events.size())));
    left -= std::min(left, events.size());
  }
  return Replay::build(std::move(known));
}

}  // namespace loopline::replay
