// The rows of a task's lane: its stack of coroutines and calls over time.
#include <algorithm>

#include "describe.h"
#include "replay/timeline.h"
#include "run_index.h"

namespace loopline::replay {
namespace {

constexpr std::uint16_t kMostRows = 64;

// A row while one function is on it.
struct Row {
  std::uint16_t row;
  Moment begin, end;
  std::string_view function;
  std::uint32_t line;
};

class SubSlices {
 public:
  SubSlices(const RunIndex& index, std::uint32_t task, Moment from, Moment to, std::size_t limit)
      : m_index(index),
        m_task(task),
        m_track(index.tracks.track(index.actors.tasks[task].lane)),
        m_from(from),
        m_to(to),
        m_limit(limit) {}

  std::vector<SubSlice> all() {
    if (m_track.empty()) return {};
    const std::size_t at = m_track.at(m_from);
    m_first = at == Track::npos ? 0 : at;
    if (m_index.script.activations(m_task).empty()) {
      from_steps();
    } else {
      from_activations();
    }
    std::ranges::stable_sort(m_slices, [](const SubSlice& a, const SubSlice& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.row < b.row;
    });
    if (m_slices.size() > m_limit) m_slices.resize(m_limit);
    return std::move(m_slices);
  }

 private:
  bool enough() const { return m_slices.size() >= m_limit; }
  bool in_range(std::size_t slice) const { return slice < m_track.size() && m_track.begin(slice) < m_to; }

  void add(std::size_t slice, const Row& row, std::string text = {}) {
    const Moment begin = std::max(row.begin, m_track.begin(slice));
    const Moment end = std::min(row.end, m_track.end(slice));
    if (end < begin || (end == begin && row.begin != row.end) || row.row >= kMostRows) return;
    if (text.empty()) {
      text = row.row == 0 ? describe_call(m_index, m_task) : std::string(row.function) + "()";
    }
    m_slices.push_back({row.row, m_track.state[slice], begin, end, row.function, std::move(text), row.line});
  }

  // Below the script's own functions stands what is awaited.
  void add_awaited(std::size_t slice, std::uint16_t row) {
    if (m_track.state[slice] != State::waiting) return;
    Row awaited{row, m_track.begin(slice), m_track.end(slice), {}, 0};
    add(slice, awaited, describe_slice(m_index, m_index.actors.tasks[m_task].lane, slice));
  }

  // Detail `tasks`: each slice has the stack with which its step began or ended.
  void from_steps() {
    for (std::size_t slice = m_first; in_range(slice) && !enough(); ++slice) {
      if (is_end(m_track.state[slice])) break;
      std::vector<const trace::StackRow*> nodes;
      const trace::StackRow* node = m_index.stack_row(m_index.stack_node_at(m_task, m_track.begin(slice)));
      for (; node != nullptr && nodes.size() < kMostRows; node = m_index.stack_row(node->parent)) nodes.push_back(node);
      std::uint16_t row = 0;
      for (auto it = nodes.rbegin(); it != nodes.rend(); ++it, ++row) {
        add(slice, {row, m_track.begin(slice), m_track.end(slice), m_index.string((*it)->function), (*it)->line});
      }
      if (nodes.empty()) {
        const std::string_view coroutine = m_index.string(m_index.actors.tasks[m_task].row.coroutine);
        add(slice, {row++, m_track.begin(slice), m_track.end(slice), coroutine, 0});
      }
      add_awaited(slice, row);
    }
  }

  // Detail `full`: activations that overlap the range, cut where the task's state changes.
  void from_activations() {
    const ScriptIndex& script = m_index.script;
    std::vector<std::uint32_t> open;  // that were on the stack when the range begins
    const std::uint32_t top = script.control_at(m_task, m_from.event).top;
    for (std::uint32_t at = top; at != 0; at = script.activation(at - 1).below) open.push_back(at - 1);
    for (auto it = open.rbegin(); it != open.rend(); ++it) add_activation(*it);
    const auto activations = script.activations(m_task);
    auto next = std::ranges::upper_bound(activations, m_from.event, {},
                                         [&](std::uint32_t at) { return script.activation(at).begin; });
    for (; next != activations.end() && script.activation(*next).begin <= m_to.event && !enough(); ++next) {
      add_activation(*next);
    }
    add_states();
  }

  void add_activation(std::uint32_t position) {
    const ScriptIndex::Activation& activation = m_index.script.activation(position);
    const ScriptIndex::FrameEntry& frame = m_index.script.frame(activation.frame);
    const auto depth = static_cast<std::uint16_t>(std::min<std::uint32_t>(activation.depth, kMostRows));
    const EventIndex last = activation.end == kNowhere ? m_index.last() : activation.end;
    const auto line = static_cast<std::uint32_t>(m_index.events.value(
        m_index.events.kind(activation.begin) == trace::Kind::call ? trace::EventColumns::kC : trace::EventColumns::kB,
        activation.begin));
    const Row row{depth, m_index.after(activation.begin), m_index.after(last), m_index.string(frame.function), line};
    const std::size_t at = m_track.at(std::max(row.begin, m_from));
    for (std::size_t slice = at == Track::npos ? 0 : at; in_range(slice) && !enough(); ++slice) {
      if (m_track.begin(slice) >= row.end && m_track.begin(slice) != row.begin) break;
      if (is_end(m_track.state[slice])) break;
      add(slice, row);
    }
  }

  // What no activation covers: a task that has not begun; what is awaited.
  void add_states() {
    for (std::size_t slice = m_first; in_range(slice) && !enough(); ++slice) {
      const std::uint32_t top = m_index.script.control_at(m_task, m_track.event[slice]).top;
      if (top != 0) {
        add_awaited(slice, static_cast<std::uint16_t>(m_index.script.activation(top - 1).depth + 1));
      } else if (m_track.state[slice] == State::ready || m_track.state[slice] == State::late) {
        const std::string_view coroutine = m_index.string(m_index.actors.tasks[m_task].row.coroutine);
        add(slice, {0, m_track.begin(slice), m_track.end(slice), coroutine, 0});
      }
    }
  }

  const RunIndex& m_index;
  std::uint32_t m_task;
  Track m_track;
  Moment m_from, m_to;
  std::size_t m_limit;
  std::size_t m_first = 0;
  std::vector<SubSlice> m_slices;
};

}  // namespace

std::vector<SubSlice> Timeline::sub_slices(LaneIndex lane, Moment from, Moment to, std::size_t limit) const {
  if (lane >= m_index->lanes.size() || m_index->lanes[lane].kind != LaneKind::task) return {};
  return SubSlices(*m_index, m_index->actors.task(m_index->lanes[lane].id), from, to, limit).all();
}

}  // namespace loopline::replay
