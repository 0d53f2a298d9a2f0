#include "ui_model/state_rows.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "narrator/facts.h"
#include "ui_model/greenlets.h"
#include "ui_model/labels.h"
#include "ui_model/lane_names.h"
#include "ui_model/narrator.h"
#include "ui_model/object_names.h"
#include "ui_model/task_order.h"

namespace loopline::ui {

using replay::Moment;
using replay::ObjectId;
using trace::ObjectType;

namespace {

QString said(const char* text) { return QCoreApplication::translate("loopline::ui::StateRows", text); }

// -1: the hub and the main greenlet have none.
int colourOf(const replay::Replay& replay, replay::LaneIndex lane) {
  const replay::Lane& of = replay.timeline().lanes()[lane];
  return of.hub || of.parent == replay::kNoLane ? -1 : static_cast<int>(greenletColor(replay, lane));
}

bool worthShowing(const replay::Replay& replay, const replay::ObjectState& object) {
  // What another object made for itself is told of with that one, unless somebody waits there.
  const bool quiet = object.waiters.empty() && object.holders.empty();
  if (quiet && objectName(replay, object.object).inside != 0) return false;
  // Who waits for a gather or group stands in the tree of waits.
  if (object.type == ObjectType::gather || object.type == ObjectType::task_group) return false;
  // Futures of libraries have no name in the program; who waits for one stands in the tree of waits.
  return object.type != ObjectType::future || !objectName(replay, object.object).name.isEmpty();
}

QString condition(const replay::ObjectState& object) {
  switch (object.type) {
    case ObjectType::lock:
    case ObjectType::condition:
    case ObjectType::thread_lock:
      return object.holders.empty() ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "free")) : QString();
    case ObjectType::future: return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "not done yet"));
    case ObjectType::event:
      return object.set.value_or(false) ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "set"))
                                        : said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "not set"));
    case ObjectType::semaphore:
      return object.value ? QCoreApplication::translate("loopline::ui::StateRows", "%1 free").arg(*object.value)
                          : QString();
    case ObjectType::barrier:
      if (object.size)
        return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "%1 of %2 there"))
            .arg(object.value.value_or(0))
            .arg(*object.size);
      return {};
    case ObjectType::queue:
    case ObjectType::thread_queue:
      if (object.size.value_or(0) > 0)
        return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "%1 of %2 items"))
            .arg(object.value.value_or(0))
            .arg(*object.size);
      if (object.value.value_or(0) == 0) return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "empty"));
      return object.value == 1 ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "1 item"))
                               : said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "%1 items")).arg(*object.value);
    default: return {};
  }
}

}  // namespace

StateRows::StateRows(const replay::Replay& replay, Moment moment, int run, replay::EventIndex since)
    : m_replay(replay),
      m_now(moment),
      m_run(run),
      m_since(since),
      m_state(replay.state_at(
          moment, {.limit = kMostRows, .ended_tasks = false, .console_lines = kMostRows, .changes = false})) {}

QString StateRows::taskName(ObjectId task) const { return fromView(m_replay.task_name(task, m_now)); }
int StateRows::taskNumber(ObjectId task) const {
  return task == 0 || m_replay.task_name(task, m_now).empty() ? -1 : static_cast<int>(taskOrder(m_replay, task));
}

QString StateRows::names(const std::vector<ObjectId>& tasks) const {
  QStringList names;
  for (const ObjectId task : tasks) names << taskName(task);
  return enumeration(names);
}

void StateRows::finish(std::vector<Row>& rows, std::size_t all) const {
  if (all > rows.size())
    rows.push_back({.text = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "… and %1 more")).arg(all - rows.size()),
                    .look = Row::Look::quiet});
}

std::vector<Row> StateRows::readyQueue() const {
  std::vector<Row> rows;
  for (const replay::ReadyEntry& entry : m_state.ready) {
    Row row{.text = entry.task != 0 ? taskName(entry.task) : fromView(entry.callback)};
    if (entry.task != 0) {
      row.task = taskNumber(entry.task);
      row.selection = Selection::ofTask(m_run, entry.task);
    } else if (const replay::LaneIndex lane = switchedToBy(m_replay, entry.runs_at); lane != replay::kNoLane) {
      row.text = greenletName(m_replay, lane);
      row.task = colourOf(m_replay, lane);
      row.selection = Selection::ofLane(m_run, lane);
    } else {
      row.detail = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "callback"));
    }
    row.fresh = isFresh(entry.since.event);
    rows.push_back(std::move(row));
  }
  finish(rows, m_state.ready_total);
  return rows;
}

QString StateRows::whyNothingReady() const {
  if (m_state.deadlock) return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "empty for ever: this is a deadlock"));
  for (const replay::LoopState& loop : m_state.loops) {
    if (loop.blocked_until != 0)
      return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows",
                                    "empty: due timers are only moved here when the loop takes its next turn"));
    if (loop.phase == replay::LoopPhase::idle) {
      if (loop.idle_until == trace::kForever)
        return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "empty: the loop sleeps until something wakes it"));
      return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "empty: the loop sleeps until %1"))
          .arg(seconds(loop.idle_until));
    }
  }
  return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "empty"));
}

// The greenlets that wait for a timer, by the event that set it.
std::map<replay::EventIndex, replay::LaneIndex> StateRows::sleepingGreenlets() const {
  std::map<replay::EventIndex, replay::LaneIndex> sleeping;
  for (const replay::ThreadState& thread : m_state.threads) {
    const replay::LaneIndex lane = m_replay.timeline().lane_of_thread(thread.thread);
    if (thread.ended || !isGreenlet(m_replay, lane)) continue;
    if (const replay::EventIndex timer = timerOfGreenlet(m_replay, lane, m_now); timer != 0) sleeping[timer] = lane;
  }
  return sleeping;
}

std::vector<Row> StateRows::timers() const {
  std::vector<Row> rows;
  const std::map<replay::EventIndex, replay::LaneIndex> sleeping = sleepingGreenlets();
  for (const replay::Timer& timer : m_state.timers) {
    const auto sleeper = timer.task != 0 ? sleeping.end() : sleeping.find(timer.set_at);
    const replay::LaneIndex greenlet = sleeper == sleeping.end() ? replay::kNoLane : sleeper->second;
    const QString whom = timer.task != 0               ? taskName(timer.task)
                         : greenlet != replay::kNoLane ? greenletName(m_replay, greenlet)
                                                       : fromView(timer.callback);
    Row row{.text = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "%1 → %2")).arg(seconds(timer.due), whom)};
    const std::int64_t late = m_now.time - timer.due;
    if (timer.overdue && late >= 500'000) {
      row.detail = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "%1 overdue")).arg(duration(late));
      row.look = Row::Look::alert;
    }
    if (timer.task != 0) {
      row.task = taskNumber(timer.task);
      row.selection = Selection::ofTask(m_run, timer.task);
    } else if (greenlet != replay::kNoLane) {
      row.task = colourOf(m_replay, greenlet);
      row.selection = Selection::ofLane(m_run, greenlet);
    }
    row.fresh = isFresh(timer.set_at);
    rows.push_back(std::move(row));
  }
  finish(rows, m_state.timers_total);
  return rows;
}

ObjectId StateRows::taskOfInterest() const {
  if (const ObjectId running = m_state.running; running != 0) return running;
  const std::optional<replay::EventIndex> step = m_replay.previous_step(m_now.event + 1);
  return step ? m_replay.event(*step).task : 0;
}

std::vector<Row> StateRows::variables(ObjectId task, replay::ThreadId thread) const {
  std::vector<Row> rows;
  std::size_t all = 0;
  std::vector<replay::Frame> stack =
      thread != 0 ? m_replay.stack_of_thread(thread, m_now) : m_replay.stack_at(task, m_now);
  std::ranges::reverse(stack);
  for (const replay::Frame& frame : stack) {
    const std::vector<replay::Variable> variables =
        frame.frame == 0 ? std::vector<replay::Variable>{} : m_replay.variables_at(frame.frame, m_now);
    all += variables.size() + 1;
    if (rows.size() + 1 >= kMostRows) continue;
    QString function = fromView(frame.function);
    if (function == QStringLiteral("<module>")) {
      function = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "the program"));
    } else if (!function.startsWith(u'<') && !function.contains(u'(')) {
      function += QStringLiteral("()");
    }
    rows.push_back(
        {.text = function,
         .detail = frame.line != 0 ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "line %1")).arg(frame.line)
                                   : QString(),
         .look = Row::Look::heading,
         .selection = task != 0 ? Selection::ofTaskAt(m_run, task, frame.line) : Selection::ofLine(m_run, frame.line)});
    for (const replay::Variable& variable : variables) {
      if (rows.size() == kMostRows) break;
      rows.push_back({.text = fromView(variable.name),
                      .detail = fromView(variable.value),
                      .selection = rows[rows.size() - 1].selection,
                      .fresh = isFresh(variable.since)});
    }
  }
  finish(rows, all);
  return rows;
}

std::vector<Row> StateRows::objects() const {
  std::vector<Row> rows;
  std::size_t all = 0;
  for (const replay::ObjectState& object : m_state.objects) {
    if (!worthShowing(m_replay, object) || ++all > kMostRows) continue;
    QStringList details;
    if (const QString text = condition(object); !text.isEmpty()) details << text;
    if (!object.holders.empty())
      details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "held by %1")).arg(names(object.holders));
    if (!object.waiters.empty())
      details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "waiting: %1")).arg(names(object.waiters));
    if (object.unfinished.value_or(0) > 0)
      details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "%1 unfinished")).arg(*object.unfinished);
    const auto line = static_cast<std::uint32_t>(objectName(m_replay, object.object).line);
    rows.push_back({.text = objectTitle(m_replay, object.object),
                    .detail = details.join(QStringLiteral(" · ")),
                    .selection = Selection::ofObject(m_run, object.object, line),
                    .fresh = isFresh(object.changed)});
  }
  finish(rows, all);
  return rows;
}

QString StateRows::currentThreadName() const {
  const replay::LaneIndex lane = m_replay.timeline().lane_of_thread(m_state.thread);
  if (lane != replay::kNoLane && isGreenlet(m_replay, lane)) return greenletName(m_replay, lane);
  return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "the program"));
}

// What a greenlet waits for, as far as the recording tells it.
QString StateRows::greenletWait(replay::LaneIndex lane) const {
  for (const replay::ReadyEntry& entry : m_state.ready) {
    if (entry.task == 0 && switchedToBy(m_replay, entry.runs_at) == lane) {
      return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "ready"));
    }
  }
  const replay::EventIndex timer = timerOfGreenlet(m_replay, lane, m_now);
  if (timer == 0) return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "waits"));
  return said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "waits until %1")).arg(seconds(m_replay.event(timer).b));
}

Row StateRows::threadRow(const replay::ThreadState& thread) const {
  const replay::LaneIndex lane = m_replay.timeline().lane_of_thread(thread.thread);
  const bool greenlet = isGreenlet(m_replay, lane);
  Row row{.text = greenlet ? greenletName(m_replay, lane) : fromView(thread.name),
          .selection = Selection::ofLane(m_run, lane)};
  if (row.text.isEmpty()) row.text = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "thread %1")).arg(thread.thread);
  const bool sleeps = thread.asleep_until != 0;
  row.detail =
      thread.ended ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "ended"))
      : sleeps ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "asleep until %1")).arg(seconds(thread.asleep_until))
      : thread.current ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "runs"))
      : greenlet       ? greenletWait(lane)
                       : said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "waits"));
  if (thread.ended) row.look = Row::Look::quiet;
  return row;
}

Row StateRows::loopRow(const replay::LoopState& loop) const {
  Row row{.text = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "loop %1")).arg(fromView(loop.label)),
          .selection = Selection::ofLane(m_run, m_replay.timeline().lane_of_loop(loop.loop))};
  QStringList details;
  if (loop.blocked_until != 0) {
    details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "blocked until %1")).arg(seconds(loop.blocked_until));
    row.look = Row::Look::alert;
  } else {
    switch (loop.phase) {
      case replay::LoopPhase::made: details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "made")); break;
      case replay::LoopPhase::running:
        details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "turn %1")).arg(loop.turn);
        break;
      case replay::LoopPhase::idle:
        details << (loop.idle_until == trace::kForever
                        ? said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "in select until woken"))
                        : said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "in select until %1"))
                              .arg(seconds(loop.idle_until)));
        break;
      case replay::LoopPhase::stopping:
        details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "stopping"));
        break;
      case replay::LoopPhase::stopped: details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "stopped")); break;
      case replay::LoopPhase::closed: details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "closed")); break;
    }
  }
  if (loop.task != 0) details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "runs %1")).arg(taskName(loop.task));
  if (loop.task == 0 && !loop.callback.empty())
    details << said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "runs %1")).arg(fromView(loop.callback));
  row.detail = details.join(QStringLiteral(" · "));
  return row;
}

std::vector<Row> StateRows::threads() const {
  if (m_state.threads.size() < 2 && m_state.loops.size() < 2) return {};
  std::vector<Row> rows;
  for (const replay::ThreadState& thread : m_state.threads) {
    if (rows.size() >= kMostRows) break;
    rows.push_back(threadRow(thread));
    for (const replay::LoopState& loop : m_state.loops) {
      if (loop.thread == thread.thread) rows.push_back(loopRow(loop));
    }
  }
  return rows;
}

// The engine's text, with the program's own names in the place of "lock" and "queue".
QString StateRows::waitText(const replay::WaitNode& node) const {
  QString text = QString::fromStdString(node.text);
  if (node.what == replay::WaitNode::What::task) {
    const std::optional<replay::TaskState> state = m_replay.task_at(node.id, m_now);
    if (!state) return text;
    const qsizetype line = text.lastIndexOf(QStringLiteral(" line "));
    text = taskName(node.id) + u' ' + shortCall(fromView(state->label.empty() ? state->coroutine : state->label)) +
           (line < 0 ? QString()
                     : u' ' + said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "line %1")).arg(text.mid(line + 6)));
    if (state->state == replay::State::running)
      text += QStringLiteral(" ▶ ") + said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "running"));
    if (state->state == replay::State::ready)
      text += QStringLiteral(" · ") + said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "ready"));
    if (state->state == replay::State::blocking)
      text += QStringLiteral(" ■ ") + said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "blocking"));
    return text;
  }
  const bool isNamed = node.what == replay::WaitNode::What::object && !text.startsWith(QStringLiteral("gather"));
  const ObjectName name = isNamed ? objectName(m_replay, node.id) : ObjectName{};
  if (name.name.isEmpty() && name.inside == 0) return waitLabel(text);
  const qsizetype comma = text.indexOf(u',');
  const QString first = comma < 0 ? text : text.left(comma);
  const qsizetype method = first.indexOf(u'.');
  return objectTitle(m_replay, node.id) + (method < 0 ? QString() : first.mid(method)) +
         (comma < 0 ? QString() : waitLabel(text.mid(comma)));
}

StateRows::Waits StateRows::waits() const {
  Waits waits{.forest = m_replay.waits_at(m_now), .numbers = {}, .fresh = {}};
  for (replay::WaitNode& node : waits.forest.nodes) {
    const bool task = node.what == replay::WaitNode::What::task;
    waits.numbers.push_back(task ? taskNumber(node.id) : -1);
    const auto state = task ? m_replay.task_at(node.id, m_now) : std::nullopt;
    waits.fresh.push_back(state && isFresh(state->since.event));
    node.text = waitText(node).toStdString();
  }
  return waits;
}

std::vector<Row> StateRows::console() const {
  std::vector<Row> rows;
  const std::size_t all = m_state.console_lines;
  if (all > kMostRows) {
    rows.push_back(
        {.text = said(QT_TRANSLATE_NOOP("loopline::ui::StateRows", "… %1 earlier lines")).arg(all - kMostRows),
         .look = Row::Look::quiet});
  }
  for (const replay::ConsoleLine& line : m_state.console) {
    const bool err = line.stream == replay::Stream::err;
    rows.push_back({.text = QString::fromStdString(line.text) + (line.complete ? QString() : QStringLiteral("…")),
                    .detail = seconds(line.at.time).chopped(2),
                    .look = err ? Row::Look::error : Row::Look::plain,
                    .task = taskNumber(line.task),
                    .selection = line.task != 0 ? Selection::ofEvent(m_run, line.at.event, line.task) : Selection{},
                    .goTo = line.at,
                    .fresh = isFresh(line.at.event)});
  }
  return rows;
}

std::vector<Row> StateRows::warnings() const {
  std::vector<Row> rows;
  for (const replay::Warning& warning : m_state.warnings) {
    if (rows.size() == kMostRows) break;
    const Narration told = narrate(m_replay, warning.at);
    rows.push_back({.text = told.plain,
                    .selection = Selection::ofEvent(m_run, warning.at.event, warning.task),
                    .goTo = warning.at,
                    .fresh = isFresh(warning.at.event)});
  }
  return rows;
}

}  // namespace loopline::ui
