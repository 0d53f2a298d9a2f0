#include "facts.h"

#include <algorithm>

namespace loopline::ui {

using replay::EventIndex;
using replay::Moment;
using replay::ObjectId;
using replay::State;
using trace::Kind;

QString fromView(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString seconds(std::int64_t time) { return QString::fromStdString(replay::seconds_text(time)); }

QString duration(std::int64_t nanoseconds) {
  QString text = seconds(nanoseconds).chopped(2);
  while (text.endsWith(u'0')) text.chop(1);
  if (text.endsWith(u'.')) text.chop(1);
  return text + QStringLiteral(" s");
}

QString code(const QString& text) {
  return QStringLiteral("<code>") + text.toHtmlEscaped() + QStringLiteral("</code>");
}
QString code(std::string_view text) { return code(fromView(text)); }
QString strong(const QString& text) { return QStringLiteral("<b>") + text.toHtmlEscaped() + QStringLiteral("</b>"); }

QString enumeration(const QStringList& parts, int limit) {
  if (parts.isEmpty()) return {};
  if (parts.size() == 1) return parts.front();
  if (parts.size() > limit + 1) {
    return QCoreApplication::translate("loopline::ui::Facts", "%1 and %2 more")
        .arg(QStringList(parts.first(limit)).join(QStringLiteral(", ")))
        .arg(parts.size() - limit);
  }
  return QCoreApplication::translate("loopline::ui::Facts", "%1 and %2")
      .arg(QStringList(parts.first(parts.size() - 1)).join(QStringLiteral(", ")), parts.back());
}

Facts::Facts(const replay::Replay& replay, Moment moment)
    : m_replay(replay), m_now(moment), m_event(replay.event(moment.event)) {}

Moment Facts::before() const { return m_now.event == 0 ? Moment{} : m_replay.after(m_now.event - 1); }

std::string_view Facts::string(std::int64_t id) const {
  return m_replay.data().strings[static_cast<trace::StringId>(id)];
}

QString Facts::task(ObjectId id) const {
  const std::string_view name = m_replay.task_name(id, m_now);
  return strong(name.empty() ? QStringLiteral("?") : fromView(name));
}

QString Facts::actor() const {
  const ObjectId running = m_replay.running_at(m_now);
  return running != 0 ? task(running) : tr("the program");
}

QString Facts::actorFirst() const {
  const ObjectId running = m_replay.running_at(m_now);
  return running != 0 ? task(running) : tr("The program");
}

QString Facts::call(ObjectId id) const {
  const replay::Timeline& timeline = m_replay.timeline();
  const replay::LaneIndex lane = timeline.lane_of_task(id);
  if (lane == replay::kNoLane) return {};
  QString text = fromView(timeline.lanes()[lane].label);
  if (!text.isEmpty() && !text.contains(u'(')) text += QStringLiteral("()");
  return text.isEmpty() ? QString() : code(text);
}

QString Facts::sourceLine(std::int64_t line) const {
  const std::string& source = m_replay.run().info.source;
  std::size_t begin = 0;
  for (std::int64_t number = 1; number < line; ++number) {
    begin = source.find('\n', begin);
    if (begin == std::string::npos) return {};
    ++begin;
  }
  if (line < 1 || begin >= source.size()) return {};
  QString text = fromView(std::string_view(source).substr(begin, source.find('\n', begin) - begin));
  const qsizetype cue = text.indexOf(QStringLiteral("#:"));
  if (cue >= 0) text.truncate(cue);
  return text.trimmed();
}

QString Facts::thread(replay::ThreadId id) const {
  for (const replay::ThreadState& thread : m_replay.threads_at(m_now)) {
    if (thread.thread == id && !thread.name.empty()) return strong(fromView(thread.name));
  }
  return tr("thread %1").arg(id);
}

QString Facts::object(std::int64_t id) const {
  for (const trace::ObjectRow& row : m_replay.data().objects) {
    if (row.id != static_cast<ObjectId>(id)) continue;
    const QString label = fromView(string(row.label));
    switch (row.type) {
      case trace::ObjectType::future: return label.isEmpty() ? tr("a future") : tr("the future %1").arg(code(label));
      case trace::ObjectType::gather: return tr("the gather");
      case trace::ObjectType::lock: return label.isEmpty() ? tr("the lock") : tr("the lock %1").arg(code(label));
      case trace::ObjectType::event: return label.isEmpty() ? tr("the event") : tr("the event %1").arg(code(label));
      case trace::ObjectType::condition: return tr("the condition");
      case trace::ObjectType::semaphore: return tr("the semaphore");
      case trace::ObjectType::barrier: return tr("the barrier");
      case trace::ObjectType::queue: return label.isEmpty() ? tr("the queue") : tr("the queue %1").arg(code(label));
      case trace::ObjectType::task_group: return tr("the task group");
      case trace::ObjectType::executor: return tr("the executor");
      case trace::ObjectType::thread_lock: return tr("the lock between threads");
      case trace::ObjectType::thread_queue: return tr("the queue between threads");
      case trace::ObjectType::process: return tr("the process");
      case trace::ObjectType::connection: return tr("the connection");
      case trace::ObjectType::other: break;
    }
    return label.isEmpty() ? tr("an object") : code(label);
  }
  return tr("a future");
}

QString Facts::function(std::int64_t frame) const {
  // A frame is on a stack right after its call, and right before it is left.
  const ObjectId running = m_replay.running_at(m_now);
  for (const Moment moment : {m_now, before()}) {
    for (const replay::Frame& each : m_replay.stack_at(running, moment)) {
      if (each.frame == static_cast<std::uint32_t>(frame)) return fromView(each.function);
    }
  }
  return {};
}

QStringList Facts::queuedNow() const {
  QStringList names;
  for (const replay::ReadyEntry& entry : m_replay.ready_at(m_now)) {
    if (entry.since.event == m_now.event && entry.task != 0) names << task(entry.task);
  }
  return names;
}

QStringList Facts::ready() const {
  QStringList names;
  for (const replay::ReadyEntry& entry : m_replay.ready_at(m_now)) {
    names << (entry.task != 0 ? task(entry.task) : code(entry.callback));
  }
  return names;
}

std::uint64_t Facts::turnAt(EventIndex event) const {
  std::uint64_t turn = 0;
  for (const replay::LoopState& loop : m_replay.loops_at(m_replay.after(event))) turn = std::max(turn, loop.turn);
  return turn;
}

std::optional<Facts::Waited> Facts::waitedBefore(ObjectId id) const {
  const replay::Timeline& timeline = m_replay.timeline();
  const replay::LaneIndex lane = timeline.lane_of_task(id);
  if (lane == replay::kNoLane) return std::nullopt;
  const replay::Track track = timeline.track(lane);
  std::size_t slice = track.at(before());
  Waited waited;
  for (; slice != replay::Track::npos; slice = slice == 0 ? replay::Track::npos : slice - 1) {
    if (track.state[slice] == State::late) {
      waited.lateSince = track.time[slice];
    } else if (track.state[slice] == State::waiting || track.state[slice] == State::running) {
      break;
    }
  }
  if (slice == replay::Track::npos) return std::nullopt;
  // The step's end tells: the event at which the running slice ends is the step_end.
  const EventIndex end = track.state[slice] == State::waiting ? track.cause[slice] : track.event[slice + 1];
  const trace::Event ended = m_replay.event(end);
  if (ended.kind != Kind::step_end || ended.task != id) return std::nullopt;
  waited.since = m_replay.after(end);
  waited.yielded = trace::step_end_of(ended.a) == trace::StepEnd::yielded;
  waited.awaited = trace::awaited_of(ended);
  return waited;
}

}  // namespace loopline::ui
