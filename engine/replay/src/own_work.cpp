#include "own_work.h"

#include <algorithm>

namespace loopline::replay {

using trace::Event;
using trace::Kind;

namespace {
constexpr std::string_view kStopsLoop = "run_until_complete.done";
}

OwnWork::Whose OwnWork::whose(const Event& event) const {
  switch (event.kind) {
    case Kind::loop_made:
    case Kind::loop_started:
    case Kind::loop_stopping:
    case Kind::loop_stopped:
    case Kind::loop_closed:
    case Kind::turn:
    case Kind::select:
    case Kind::thread_switched:
    case Kind::thread_ended:
    case Kind::main_end:
    case Kind::end: return Whose::either;
    case Kind::callback_begin: {  // the end of the program's main task stops the loop in the same way
      const bool stops = m_data.strings[static_cast<StringId>(event.b)] == kStopsLoop;
      return stops && m_from != 0 ? Whose::own : Whose::program;
    }
    case Kind::future_done:
    case Kind::object_made:
    case Kind::object_changed:
      if (event.task == 0) return Whose::either;
      break;
    default: break;
  }
  const std::uint32_t task = m_actors.task(event.task);
  return task != kNowhere && m_actors.tasks[task].own_work ? Whose::own : Whose::program;
}

void OwnWork::note(EventIndex number, const Event& event) {
  if (event.kind == Kind::turn) m_turn = number;
  switch (whose(event)) {
    case Whose::own:
      if (m_from == 0) m_from = m_turn > m_last_of_program ? m_turn : number;
      break;
    case Whose::program: {
      const EventIndex until = m_turn > m_last_of_program && m_turn > m_from ? m_turn : number;
      if (m_from != 0 && until > m_from) m_ranges.push_back({m_from, until - 1});
      m_from = 0;
      m_last_of_program = number;
      break;
    }
    case Whose::either: break;
  }
}

// What comes after the own tasks (loop_closed, main_end, end) is nobody's and stays.
void OwnWork::finish(EventIndex last) {
  if (m_from == 0 && m_ranges.empty() && m_last_of_program == 0) m_last_of_program = last;  // a loop with nothing to do
  if (m_from == 0) return;
  EventIndex until = last;
  while (until > m_from) {
    const Kind kind = m_data.events.kind(until);
    if (kind != Kind::end && kind != Kind::main_end && kind != Kind::loop_closed) break;
    --until;
  }
  m_ranges.push_back({m_from, until});
}

bool OwnWork::is_sound(EventIndex last) const noexcept {
  EventIndex before = 0;
  for (const EventRange& range : m_ranges) {
    if (range.first <= before || range.last < range.first || range.last > last) return false;
    before = range.last;
  }
  return m_last_of_program <= last;
}

bool OwnWork::has(EventIndex event) const noexcept {
  const auto after = std::ranges::upper_bound(m_ranges, event, {}, &EventRange::first);
  return after != m_ranges.begin() && std::prev(after)->last >= event;
}

}  // namespace loopline::replay
