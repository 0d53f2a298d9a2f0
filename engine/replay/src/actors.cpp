#include "actors.h"

#include <algorithm>

namespace loopline::replay {
namespace {

constexpr std::string_view kOwnWork = "loop.shutdown_";
constexpr std::string_view kHub = "Hub";

std::uint32_t find(const std::map<std::uint32_t, std::uint32_t>& ids, std::uint32_t id) noexcept {
  const auto found = ids.find(id);
  return found != ids.end() ? found->second : kNowhere;
}

}  // namespace

Actors::Actors(const trace::RunData& data) : m_data(data) {
  std::vector<std::uint32_t> ids;
  tasks.reserve(data.tasks.size());
  m_numbered_names.reserve(data.tasks.size());
  for (const trace::TaskRow& row : data.tasks) {
    TaskEntry& task = tasks.emplace_back();
    task.row = row;
    task.own_work = data.strings[row.coroutine].starts_with(kOwnWork);
    m_numbered_names.push_back("Task-" + std::to_string(row.number != 0 ? row.number : row.id));
    ids.push_back(row.id);
  }
  m_task_ids.build(ids);
  for (const trace::LoopRow& row : data.loops) add_loop(row.id, row.label);
  add_thread(1, 0);
  for (const trace::ThreadRow& row : data.threads) add_thread(row.id, row.name);
  find_greenlets();
}

// Known from the start: a greenlet begins after the switch to it.
void Actors::find_greenlets() {
  for (const trace::ThreadRow& row : m_data.threads) {
    if (row.event == 0 || row.event > m_data.events.size()) continue;
    const auto number = static_cast<EventIndex>(row.event);
    if (m_data.events.kind(number) != trace::Kind::thread_started) continue;
    const auto host = static_cast<ThreadId>(m_data.events.value(trace::EventColumns::kC, number));
    if (host == 0) continue;
    ThreadEntry& entry = threads[thread(row.id)];
    entry.host = thread(host);
    entry.hub = entry.host != kNowhere && m_data.strings[row.name] == kHub;
  }
}

std::uint32_t Actors::add_loop(ObjectId id, StringId label) {
  const auto [at, fresh] = m_loop_ids.try_emplace(id, static_cast<std::uint32_t>(loops.size()));
  if (fresh) loops.emplace_back();
  loops[at->second].id = id;
  loops[at->second].label = label;
  return at->second;
}

std::uint32_t Actors::add_thread(ThreadId id, StringId name) {
  const auto [at, fresh] = m_thread_ids.try_emplace(id, static_cast<std::uint32_t>(threads.size()));
  if (fresh) threads.emplace_back();
  threads[at->second].id = id;
  threads[at->second].name = name;
  return at->second;
}

std::uint32_t Actors::loop(ObjectId id) const noexcept { return find(m_loop_ids, id); }
std::uint32_t Actors::thread(ThreadId id) const noexcept { return find(m_thread_ids, id); }

bool Actors::is_sound(EventIndex last) const noexcept {
  const std::size_t lanes = tasks.size() + loops.size() + threads.size();
  std::vector<bool> taken(lanes, false);
  const auto take = [&](LaneIndex lane) {
    if (lane >= lanes || taken[lane]) return false;
    taken[lane] = true;
    return true;
  };
  for (const TaskEntry& task : tasks) {
    if (!take(task.lane) || task.created > last || task.ended > last) return false;
  }
  for (const ThreadEntry& thread : threads) {
    if (!take(thread.lane)) return false;
  }
  for (const LoopEntry& loop : loops) {
    const auto happened = [last](EventIndex event) { return event != 0 && event <= last; };
    if (!take(loop.lane) || !std::ranges::all_of(loop.turns, happened) || !std::ranges::all_of(loop.begins, happened)) {
      return false;
    }
  }
  return true;
}

bool Actors::are_greenlets(std::uint32_t from, std::uint32_t to) const noexcept {
  if (from >= threads.size() || to >= threads.size() || from == to) return false;
  const auto thread_of = [this](std::uint32_t at) { return threads[at].host == kNowhere ? at : threads[at].host; };
  return thread_of(from) == thread_of(to);
}

void Actors::finish_names() { std::ranges::stable_sort(m_renames, {}, &Rename::task); }

std::string_view Actors::task_name(std::uint32_t task, EventIndex event) const noexcept {
  const auto by_place = [](const Rename& a, const Rename& b) {
    return a.task != b.task ? a.task < b.task : a.event < b.event;
  };
  const auto after = std::upper_bound(m_renames.begin(), m_renames.end(), Rename{task, event, 0}, by_place);
  if (after != m_renames.begin() && std::prev(after)->task == task) return m_data.strings[std::prev(after)->name];
  const StringId name = tasks[task].row.name;
  return name != 0 ? m_data.strings[name] : std::string_view(m_numbered_names[task]);
}

}  // namespace loopline::replay
