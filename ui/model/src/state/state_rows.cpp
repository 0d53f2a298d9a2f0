#include "ui_model/state_rows.h"

#include <QCoreApplication>
#include <algorithm>

#include "narrator/facts.h"
#include "ui_model/narrator.h"
#include "ui_model/task_order.h"

namespace loopline::ui {

using replay::Moment;
using replay::ObjectId;
using trace::ObjectType;

namespace {

QString said(const char* text) { return QCoreApplication::translate("loopline::ui::StateRows", text); }

bool worthShowing(const replay::ObjectState& object) {
  // Who waits for a gather or group stands in the tree of waits.
  if (object.type == ObjectType::gather || object.type == ObjectType::task_group) return false;
  return object.type != ObjectType::future || !object.label.empty();
}

QString typeName(ObjectType type) {
  switch (type) {
    case ObjectType::future: return said("future");
    case ObjectType::gather: return said("gather");
    case ObjectType::lock: return said("lock");
    case ObjectType::event: return said("event");
    case ObjectType::condition: return said("condition");
    case ObjectType::semaphore: return said("semaphore");
    case ObjectType::barrier: return said("barrier");
    case ObjectType::queue: return said("queue");
    case ObjectType::task_group: return said("task group");
    case ObjectType::executor: return said("executor");
    case ObjectType::thread_lock: return said("thread lock");
    case ObjectType::thread_queue: return said("thread queue");
    case ObjectType::process: return said("process");
    case ObjectType::connection: return said("connection");
    case ObjectType::other: break;
  }
  return said("object");
}

QString condition(const replay::ObjectState& object) {
  switch (object.type) {
    case ObjectType::lock:
    case ObjectType::condition:
    case ObjectType::thread_lock: return object.holders.empty() ? said("free") : QString();
    case ObjectType::event: return object.set.value_or(false) ? said("set") : said("not set");
    case ObjectType::semaphore:
      return object.value ? QCoreApplication::translate("loopline::ui::StateRows", "%1 free").arg(*object.value)
                          : QString();
    case ObjectType::barrier:
      if (object.size) return said("%1 of %2 there").arg(object.value.value_or(0)).arg(*object.size);
      return {};
    case ObjectType::queue:
    case ObjectType::thread_queue:
      if (object.size.value_or(0) > 0) return said("%1 of %2 items").arg(object.value.value_or(0)).arg(*object.size);
      return said("%1 items").arg(object.value.value_or(0));
    default: return {};
  }
}

}  // namespace

StateRows::StateRows(const replay::Replay& replay, Moment moment, int run)
    : m_replay(replay),
      m_now(moment),
      m_run(run),
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
    rows.push_back({.text = said("… and %1 more").arg(all - rows.size()), .look = Row::Look::quiet});
}

std::vector<Row> StateRows::readyQueue() const {
  std::vector<Row> rows;
  for (const replay::ReadyEntry& entry : m_state.ready) {
    Row row{.text = entry.task != 0 ? taskName(entry.task) : fromView(entry.callback)};
    if (entry.task != 0) {
      row.task = taskNumber(entry.task);
      row.selection = Selection::ofTask(m_run, entry.task);
    } else {
      row.detail = said("callback");
    }
    row.fresh = entry.since.event == m_now.event;
    rows.push_back(std::move(row));
  }
  finish(rows, m_state.ready_total);
  return rows;
}

QString StateRows::whyNothingReady() const {
  if (m_state.deadlock) return said("empty for ever: this is a deadlock");
  for (const replay::LoopState& loop : m_state.loops) {
    if (loop.blocked_until != 0) return said("empty: due timers are only moved here when the loop takes its next turn");
    if (loop.phase == replay::LoopPhase::idle) {
      if (loop.idle_until == trace::kForever) return said("empty: the loop sleeps until something wakes it");
      return said("empty: the loop sleeps until %1").arg(seconds(loop.idle_until));
    }
  }
  return said("empty");
}

std::vector<Row> StateRows::timers() const {
  std::vector<Row> rows;
  for (const replay::Timer& timer : m_state.timers) {
    const QString whom = timer.task != 0 ? taskName(timer.task) : fromView(timer.callback);
    Row row{.text = said("%1 → %2").arg(seconds(timer.due), whom)};
    const std::int64_t late = m_now.time - timer.due;
    if (timer.overdue && late >= 500'000) {
      row.detail = said("%1 overdue").arg(duration(late));
      row.look = Row::Look::alert;
    }
    if (timer.task != 0) {
      row.task = taskNumber(timer.task);
      row.selection = Selection::ofTask(m_run, timer.task);
    }
    row.fresh = timer.set_at == m_now.event;
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

std::vector<Row> StateRows::variables(ObjectId task) const {
  std::vector<Row> rows;
  std::size_t all = 0;
  std::vector<replay::Frame> stack = m_replay.stack_at(task, m_now);
  std::ranges::reverse(stack);
  for (const replay::Frame& frame : stack) {
    if (frame.frame == 0) continue;
    const std::vector<replay::Variable> variables = m_replay.variables_at(frame.frame, m_now);
    if (variables.empty()) continue;
    all += variables.size() + 1;
    if (rows.size() + 1 >= kMostRows) continue;
    QString function = fromView(frame.function);
    if (!function.startsWith(u'<')) function += QStringLiteral("()");
    rows.push_back({.text = function,
                    .detail = frame.line != 0 ? said("line %1").arg(frame.line) : QString(),
                    .look = Row::Look::heading});
    for (const replay::Variable& variable : variables) {
      if (rows.size() == kMostRows) break;
      rows.push_back({.text = fromView(variable.name),
                      .detail = fromView(variable.value),
                      .fresh = variable.since == m_now.event});
    }
  }
  finish(rows, all);
  return rows;
}

std::vector<Row> StateRows::objects() const {
  std::vector<Row> rows;
  std::size_t all = 0;
  for (const replay::ObjectState& object : m_state.objects) {
    if (!worthShowing(object) || ++all > kMostRows) continue;
    const QString type = typeName(object.type);
    const QString label = fromView(object.label);
    const bool plain = label.isEmpty() || label.compare(type, Qt::CaseInsensitive) == 0;
    QStringList details;
    if (const QString text = condition(object); !text.isEmpty()) details << text;
    if (!object.holders.empty()) details << said("held by %1").arg(names(object.holders));
    if (!object.waiters.empty()) details << said("waiting: %1").arg(names(object.waiters));
    if (object.unfinished.value_or(0) > 0) details << said("%1 unfinished").arg(*object.unfinished);
    rows.push_back({.text = plain ? type : type + u' ' + label,
                    .detail = details.join(QStringLiteral(" · ")),
                    .selection = Selection::ofObject(m_run, object.object),
                    .fresh = object.changed == m_now.event && object.changed != 0});
  }
  finish(rows, all);
  return rows;
}

std::vector<Row> StateRows::console() const {
  std::vector<Row> rows;
  const std::size_t all = m_state.console_lines;
  if (all > kMostRows) {
    rows.push_back({.text = said("… %1 earlier lines").arg(all - kMostRows), .look = Row::Look::quiet});
  }
  for (const replay::ConsoleLine& line : m_state.console) {
    const bool err = line.stream == replay::Stream::err;
    rows.push_back({.text = QString::fromStdString(line.text) + (line.complete ? QString() : QStringLiteral("…")),
                    .detail = seconds(line.at.time).chopped(2),
                    .look = err ? Row::Look::error : Row::Look::plain,
                    .task = taskNumber(line.task),
                    .selection = line.task != 0 ? Selection::ofEvent(m_run, line.at.event, line.task) : Selection{},
                    .goTo = line.at,
                    .fresh = line.at.event == m_now.event});
  }
  return rows;
}

std::vector<Row> StateRows::warnings() const {
  std::vector<Row> rows;
  for (const replay::Warning& warning : m_state.warnings) {
    if (rows.size() == kMostRows) break;
    const Narration told = narrate(m_replay, warning.at);
    rows.push_back({.text = told.plain, .goTo = warning.at, .fresh = warning.at.event == m_now.event});
  }
  return rows;
}

}  // namespace loopline::ui
