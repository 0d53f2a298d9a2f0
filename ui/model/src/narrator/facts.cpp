#include "facts.h"

#include <algorithm>

#include "ui_model/greenlets.h"
#include "ui_model/labels.h"
#include "ui_model/lane_names.h"
#include "ui_model/object_names.h"

namespace loopline::ui {

using replay::EventIndex;
using replay::Moment;
using replay::ObjectId;
using replay::State;
using replay::ThreadId;
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
  // Lines stay lines: a traceback is read by its shape.
  return QStringLiteral("<code>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) +
         QStringLiteral("</code>");
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

QString Facts::actorAt(EventIndex event) const {
  const Moment moment = m_replay.after(event);
  if (const ObjectId running = m_replay.running_at(moment); running != 0) return task(running);
  const ThreadId current = currentThread(moment);
  for (const replay::LoopState& loop : m_replay.loops_at(moment)) {
    if (loop.thread == current && loop.phase == replay::LoopPhase::running && !loop.callback.empty()) {
      return tr("the callback %1").arg(code(loop.callback));
    }
  }
  return current == 1 ? tr("the program") : threadPhrase(current);
}

ThreadId Facts::currentThread(Moment moment) const {
  for (const replay::ThreadState& each : m_replay.threads_at(moment)) {
    if (each.current) return each.thread;
  }
  return 1;
}

ThreadId Facts::threadOfGreenlet(ThreadId id) const {
  const auto& rows = m_replay.data().threads;
  const auto row = std::ranges::find(rows, id, &trace::ThreadRow::id);
  if (row == rows.end() || row->event == 0 || row->event > m_replay.event_count()) return 0;
  return static_cast<ThreadId>(m_replay.event(static_cast<EventIndex>(row->event)).c);
}

bool Facts::isHub(ThreadId id) const {
  const auto& rows = m_replay.data().threads;
  const auto row = std::ranges::find(rows, id, &trace::ThreadRow::id);
  return row != rows.end() && threadOfGreenlet(id) != 0 && m_replay.data().strings[row->name] == "Hub";
}

bool Facts::hasGreenlets(ThreadId id) const {
  return std::ranges::any_of(m_replay.data().threads,
                             [&](const trace::ThreadRow& row) { return threadOfGreenlet(row.id) == id; });
}

QString Facts::threadPhrase(ThreadId id) const {
  if (isHub(id)) return tr("the hub");
  if (threadOfGreenlet(id) != 0) return tr("the greenlet %1").arg(thread(id));
  if (hasGreenlets(id)) return id == 1 ? tr("the main greenlet") : tr("the main greenlet of %1").arg(thread(id));
  return tr("the thread %1").arg(thread(id));
}

QString Facts::actorFirst() const {
  QString text = actor();
  if (!text.startsWith(u'<')) text[0] = text.front().toUpper();
  return text;
}

bool Facts::isOwnWork(ObjectId id) const {
  const replay::LaneIndex lane = m_replay.timeline().lane_of_task(id);
  return lane != replay::kNoLane && m_replay.timeline().lanes()[lane].own_work;
}

QString Facts::call(ObjectId id) const {
  const replay::Timeline& timeline = m_replay.timeline();
  const replay::LaneIndex lane = timeline.lane_of_task(id);
  if (lane == replay::kNoLane) return {};
  QString text = fromView(timeline.lanes()[lane].label);
  if (!text.isEmpty() && !text.contains(u'(')) text += QStringLiteral("()");
  text = shortCall(text);
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
  const auto object = static_cast<ObjectId>(id);
  const auto& rows = m_replay.data().objects;
  const auto row = std::ranges::find(rows, object, &trace::ObjectRow::id);
  const ObjectName name = objectName(m_replay, object);
  const QString type = objectTypeName(m_replay, object);
  if (name.inside != 0) return tr("the %1 inside %2").arg(type, this->object(name.inside));
  if (!name.name.isEmpty()) return tr("the %1 %2").arg(type, code(name.name));
  if (row == rows.end() || row->type == trace::ObjectType::future) return tr("a future");
  const auto sameType = std::ranges::count(rows, row->type, &trace::ObjectRow::type);
  if (sameType > 1 && name.line > 0) return tr("the %1 of line %2").arg(type).arg(name.line);
  return tr("the %1").arg(type);
}

QString Facts::wait(const trace::Awaited& awaited, Moment since) const {
  using trace::AwaitKind;
  const auto owner = awaited.owner != 0 ? awaited.owner : awaited.object;
  const auto thing = [&](ObjectId id) {
    const bool isTask = !m_replay.task_name(id, m_now).empty();
    return isTask ? task(id) : object(id);
  };
  const QString described = code(waitLabel(QString::fromStdString(m_replay.describe({awaited, since}))));
  const bool until = awaited.until > 0 && awaited.until != trace::kForever;
  switch (awaited.kind) {
    case AwaitKind::task: return awaited.object != 0 ? task(awaited.object) : described;
    case AwaitKind::lock:
    case AwaitKind::semaphore:
    case AwaitKind::event:
    case AwaitKind::barrier: return object(owner);
    case AwaitKind::condition: {
      const ObjectName name = objectName(m_replay, owner);
      if (name.inside == 0) return tr("a notification of %1").arg(object(owner));
      return tr("the others at %1").arg(object(name.inside));
    }
    case AwaitKind::future: return object(owner);
    case AwaitKind::queue_get: return tr("an item of %1").arg(object(owner));
    case AwaitKind::queue_put: return tr("room in %1").arg(object(owner));
    case AwaitKind::queue_join: {
      const ObjectName name = objectName(m_replay, owner);
      return tr("all items of %1 to be dealt with").arg(object(name.inside != 0 ? name.inside : owner));
    }
    case AwaitKind::wait_for:
      if (awaited.owner == 0) return described;
      return until ? tr("%1, at most until %2").arg(thing(awaited.owner), seconds(awaited.until))
                   : thing(awaited.owner);
    case AwaitKind::shield: return awaited.owner != 0 ? tr("%1, shielded").arg(thing(awaited.owner)) : described;
    case AwaitKind::wait: return tr("what it gave to %1").arg(code(QStringLiteral("asyncio.wait")));
    case AwaitKind::as_completed: return tr("the next one that is complete");
    case AwaitKind::task_group: return tr("the tasks of its group");
    case AwaitKind::executor: return tr("work that a thread of the executor does");
    case AwaitKind::thread: return tr("a thread");
    case AwaitKind::io: return tr("news from outside");
    case AwaitKind::process: return tr("a process");
    default: return described;
  }
}

QString Facts::purpose(const replay::Timer& timer) const {
  if (timer.releases.kind == trace::AwaitKind::sleep) {
    // When it was set tells how long it is.
    const QString what =
        code(QStringLiteral("sleep(%1)").arg(duration(timer.due - m_replay.time_of(timer.set_at)).chopped(2)));
    return timer.task != 0 ? tr("the %1 of %2").arg(what, task(timer.task)) : what;
  }
  if (timer.releases.kind == trace::AwaitKind::wait_for || timer.callback == "wait_for") {
    return timer.task != 0 ? tr("the timeout of %1").arg(task(timer.task)) : tr("a timeout");
  }
  for (const replay::LaneIndex lane : greenletLanes(m_replay)) {
    if (timerOfGreenlet(m_replay, lane, m_now) == timer.set_at) {
      return tr("the wait of %1").arg(strong(greenletName(m_replay, lane)));
    }
  }
  return code(timer.callback);
}

EventIndex Facts::changeNear(EventIndex event, std::int64_t object, trace::ObjectChange change) const {
  constexpr EventIndex kNear = 6;
  const auto fits = [&](EventIndex at) {
    const trace::Event each = m_replay.event(at);
    return each.kind == Kind::object_changed && each.a == object && each.b == static_cast<std::int64_t>(change);
  };
  for (EventIndex distance = 0; distance <= kNear; ++distance) {
    if (event > distance && fits(event - distance)) return event - distance;
    if (fits(event + distance)) return event + distance;
  }
  return 0;
}

EventIndex Facts::cancelRequestOf(ObjectId id) const {
  const auto requests = m_replay.timeline().instants(replay::InstantKind::cancel_request);
  auto at = std::ranges::upper_bound(requests, m_now.event);
  for (int looked = 0; at != requests.begin() && looked < 200; ++looked) {
    --at;
    const trace::Event request = m_replay.event(*at);
    const bool effective = request.b != static_cast<std::int64_t>(trace::CancelEffect::already_done);
    if (request.task == id && effective) return *at;
  }
  return 0;
}

bool Facts::hasOneLoop() const { return m_replay.data().loops.size() < 2; }

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

QString Facts::putsIntoQueue() const {
  const QStringList queued = queuedNow();
  if (queued.isEmpty()) return {};
  QStringList ahead;
  for (const replay::ReadyEntry& entry : m_replay.ready_at(m_now)) {
    if (entry.since.event == m_now.event) break;
    ahead << this->entry(entry);
  }
  if (ahead.isEmpty()) return u' ' + tr("That puts %1 into the ready queue.").arg(enumeration(queued));
  return u' ' + tr("That puts %1 into the ready queue, behind %2.").arg(enumeration(queued), enumeration(ahead, 2));
}

QString Facts::entry(const replay::ReadyEntry& entry) const {
  if (entry.task != 0) return task(entry.task);
  return entry.callback.empty() ? tr("a callback") : code(entry.callback);
}

QStringList Facts::ready() const {
  QStringList names;
  for (const replay::ReadyEntry& entry : m_replay.ready_at(m_now)) {
    names << this->entry(entry);
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
