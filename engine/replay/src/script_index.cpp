#include "script_index.h"

#include <algorithm>
#include <map>

namespace loopline::replay {

using trace::Event;
using trace::Kind;

ScriptIndex::ScriptIndex(const trace::RunData& data, const Actors& actors) : m_data(data), m_actors(actors) {}

// Tasks come first, threads behind them.
std::uint32_t ScriptIndex::stack_of(ObjectId task, ThreadId thread) const noexcept {
  if (task != 0) return m_actors.task(task);
  const std::uint32_t at = m_actors.thread(thread);
  return at == kNowhere ? kNowhere : static_cast<std::uint32_t>(m_actors.tasks.size()) + at;
}

std::uint32_t ScriptIndex::position(std::int64_t frame_id) const noexcept {
  const auto guess = static_cast<std::size_t>(frame_id - 1);  // they are numbered without gaps, as a rule
  if (guess < m_frames.size() && m_frames[guess].id == frame_id) return static_cast<std::uint32_t>(guess);
  const auto found = std::ranges::lower_bound(m_frames, frame_id, {},
                                              [](const FrameEntry& frame) -> std::int64_t { return frame.id; });
  if (found == m_frames.end() || found->id != frame_id) return kNowhere;
  return static_cast<std::uint32_t>(found - m_frames.begin());
}

void ScriptIndex::note(EventIndex number, const Event& event, const Context& context) {
  const std::uint32_t stack = stack_of(event.task, context.thread);
  if (stack == kNowhere) return;
  if (stack >= m_now.size()) m_now.resize(stack + 1);
  if (event.kind == Kind::call) {
    const bool rises = event.a > (m_frames.empty() ? 0 : std::int64_t{m_frames.back().id}) && event.a <= UINT32_MAX;
    if (!rises) return;
    m_frames.push_back({static_cast<std::uint32_t>(event.a), static_cast<StringId>(event.b)});
  }
  const std::uint32_t frame = position(event.a);
  if (frame == kNowhere) return;
  Control& now = m_now[stack];
  switch (event.kind) {
    case Kind::call: push(stack, number, frame, static_cast<std::uint32_t>(event.c)); break;
    case Kind::resume: push(stack, number, frame, static_cast<std::uint32_t>(event.b)); break;
    case Kind::line:
      now.line = static_cast<std::uint32_t>(event.b);
      m_lines.push_back(number);
      if (now.line < kMostLines) m_runs.note(now.line, number);
      break;
    case Kind::leave:
    case Kind::suspend: pop(stack, number, frame); break;
    case Kind::variable: m_variables.note(frame, {number, static_cast<StringId>(event.b)}); return;
    default: return;
  }
  now.event = number;
  m_controls.note(stack, now);
}

void ScriptIndex::push(std::uint32_t stack, EventIndex number, std::uint32_t frame, std::uint32_t line) {
  Control& now = m_now[stack];
  const std::uint32_t depth = now.top == 0 ? 0 : m_activations[now.top - 1].depth + 1;
  if (depth > kMostNested) return;
  m_of_stack.note(stack, static_cast<std::uint32_t>(m_activations.size()));
  m_activations.push_back({number, kNowhere, frame, now.top, now.line, depth});
  now.top = static_cast<std::uint32_t>(m_activations.size());
  now.line = line;
}

// Leaves everything above the frame too: an exception may end several at once. A frame that is not there is no reason
// to leave any.
void ScriptIndex::pop(std::uint32_t stack, EventIndex number, std::uint32_t frame) {
  Control& now = m_now[stack];
  std::uint32_t at = now.top;
  while (at != 0 && m_activations[at - 1].frame != frame) at = m_activations[at - 1].below;
  if (at == 0) return;
  for (std::uint32_t left = now.top; left != 0; left = m_activations[left - 1].below) {
    m_activations[left - 1].end = number;
    if (left == at) break;
  }
  now.top = m_activations[at - 1].below;
  now.line = m_activations[at - 1].below_line;
}

void ScriptIndex::finish() {
  const std::size_t stacks = m_actors.tasks.size() + m_actors.threads.size();
  std::uint32_t greatest_line = 0;
  for (const EventIndex number : m_lines) {
    const auto line = static_cast<std::uint32_t>(m_data.events.value(trace::EventColumns::kB, number));
    if (line < kMostLines) greatest_line = std::max(greatest_line, line);
  }
  m_controls.finish(stacks);
  m_of_stack.finish(stacks);
  m_variables.finish(m_frames.size());
  m_variables.sort_each([](const Variable& a, const Variable& b) { return a.name < b.name; });
  m_runs.finish(m_lines.empty() ? 0 : greatest_line + 1);
  m_now = {};
}

bool ScriptIndex::is_sound(EventIndex last) const noexcept {
  const std::size_t stacks = m_actors.tasks.size() + m_actors.threads.size();
  if (!m_controls.is_sound(stacks) || !m_of_stack.is_sound(stacks) || !m_variables.is_sound(m_frames.size()))
    return false;
  if (m_runs.owners() > kMostLines + 1 || (m_runs.owners() != 0 && !m_runs.is_sound(m_runs.owners()))) return false;
  for (std::size_t i = 0; i < m_activations.size(); ++i) {
    const Activation& activation = m_activations[i];
    if (activation.begin == 0 || activation.begin > last || activation.frame >= m_frames.size()) return false;
    if (activation.below > i || (activation.end > last && activation.end != kNowhere)) return false;
  }
  const auto known = [&](const Control& control) { return control.top <= m_activations.size(); };
  const auto happened = [last](const Variable& variable) { return variable.event != 0 && variable.event <= last; };
  return std::ranges::all_of(m_controls.all(), known) && std::ranges::all_of(m_variables.all(), happened) &&
         none_above(m_runs.all(), last) && none_above(m_lines, last) &&
         (m_activations.empty() ? m_of_stack.all().empty() : none_above(m_of_stack.all(), m_activations.size() - 1));
}

ScriptIndex::Control ScriptIndex::control_at(std::uint32_t stack, EventIndex event) const noexcept {
  const std::span<const Control> controls = m_controls.of(stack);
  const auto after = std::ranges::upper_bound(controls, event, {}, &Control::event);
  return after == controls.begin() ? Control{} : *std::prev(after);
}

std::vector<Frame> ScriptIndex::frames_at(std::uint32_t stack, EventIndex event, std::size_t limit) const {
  std::vector<Frame> frames;
  const Control control = control_at(stack, event);
  std::uint32_t line = control.line;
  for (std::uint32_t at = control.top; at != 0 && frames.size() < limit;) {
    const Activation& activation = m_activations[at - 1];
    const FrameEntry& frame = m_frames[activation.frame];
    frames.push_back({frame.id, m_data.strings[frame.function], line});
    line = activation.below_line;
    at = activation.below;
  }
  std::ranges::reverse(frames);
  return frames;
}

std::uint32_t ScriptIndex::greatest_depth(std::uint32_t stack) const noexcept {
  std::uint32_t depth = 0;
  for (const std::uint32_t at : activations(stack)) depth = std::max(depth, m_activations[at].depth + 1);
  return depth;
}

std::vector<Variable> ScriptIndex::variables_at(std::uint32_t frame_id, EventIndex event) const {
  const std::uint32_t frame = position(frame_id);
  if (frame == kNowhere) return {};
  struct Found {
    EventIndex first, last;
  };
  std::map<std::string_view, Found> found;  // by text: in a very long run a name may have several ids
  for (std::span<const Variable> rest = m_variables.of(frame); !rest.empty();) {
    const auto next = std::ranges::upper_bound(rest, rest.front().name, {}, &Variable::name);
    const auto of_name = rest.first(static_cast<std::size_t>(next - rest.begin()));
    rest = rest.subspan(of_name.size());
    const auto after = std::ranges::upper_bound(of_name, event, {}, &Variable::event);
    if (after == of_name.begin()) continue;
    const Found when{of_name.front().event, std::prev(after)->event};
    const auto [at, fresh] = found.try_emplace(m_data.strings[of_name.front().name], when);
    if (!fresh) at->second = {std::min(at->second.first, when.first), std::max(at->second.last, when.last)};
  }
  std::vector<std::pair<EventIndex, replay::Variable>> ordered;
  for (const auto& [name, when] : found) {
    const Event set = m_data.events[when.last];
    if (set.d != 0) continue;  // deleted
    ordered.push_back({when.first, {name, m_data.strings[static_cast<StringId>(set.c)], when.last}});
  }
  std::ranges::sort(ordered, {}, &std::pair<EventIndex, replay::Variable>::first);
  std::vector<replay::Variable> variables;
  variables.reserve(ordered.size());
  for (const auto& [first, variable] : ordered) variables.push_back(variable);
  return variables;
}

}  // namespace loopline::replay
