#include <algorithm>

#include "sentences.h"

namespace loopline::ui {

using replay::LoopState;
using replay::Moment;
using trace::Event;
using trace::Kind;
using trace::RunKind;

namespace {

// The next timer that will wake a sleeping loop.
QString nextTimer(const Facts& facts, std::int64_t until) {
  for (const replay::Timer& timer : facts.replay().timers_at(facts.now())) {
    if (timer.due > until) break;
    if (timer.task == 0) continue;
    if (timer.releases.kind == trace::AwaitKind::nothing) continue;
    return Facts::tr(", when a timer of %1 falls due").arg(facts.task(timer.task));
  }
  return Facts::tr(", when the next timer falls due");
}

QString sleeps(const Facts& facts, std::int64_t until) {
  if (until == trace::kForever) {
    return Facts::tr(
        "The loop sleeps in select until something from outside wakes it: nothing is ready and no timer is set.");
  }
  if (until <= facts.now().time) return Facts::tr("The loop looks for news from outside in select, without waiting.");
  return Facts::tr("Nothing is ready, so the loop sleeps in select until %1%2.")
      .arg(seconds(until), nextTimer(facts, until));
}

QString turn(const Facts& facts) {
  const Event& event = facts.event();
  const QStringList ready = facts.ready();
  if (event.c <= 0 || ready.isEmpty())
    return Facts::tr("Turn %1 of the loop begins. The ready queue is empty.").arg(event.b);
  const QString names = enumeration(ready.first(std::min<qsizetype>(ready.size(), static_cast<qsizetype>(event.c))));
  if (event.c == 1)
    return Facts::tr("Turn %1 of the loop begins. One entry is ready and runs in it: %2.").arg(event.b).arg(names);
  return Facts::tr(
             "Turn %1 of the loop begins. %2 entries are ready and run in this order: %3. "
             "What becomes ready meanwhile has to wait for the next turn.")
      .arg(event.b)
      .arg(event.c)
      .arg(names);
}

QString callbackBegins(const Facts& facts) {
  const Event& event = facts.event();
  const QString name = code(facts.string(event.b));
  switch (static_cast<RunKind>(event.c)) {
    case RunKind::future_callback: return Facts::tr("The callback %1 runs: what it was waiting for is done.").arg(name);
    case RunKind::timer: {
      for (const replay::Timer& timer : facts.replay().timers_at(
               facts.replay().after(static_cast<replay::EventIndex>(std::max<std::int64_t>(event.a - 1, 0))))) {
        if (timer.timer != static_cast<replay::ObjectId>(event.d)) continue;
        if (timer.task != 0) {
          return Facts::tr("A timer fires: it was due at %1. It belongs to what %2 waits for.")
              .arg(seconds(timer.due), facts.task(timer.task));
        }
        return Facts::tr("A timer fires: %1 was due at %2.").arg(name, seconds(timer.due));
      }
      return Facts::tr("A timer fires: %1 is due.").arg(name);
    }
    case RunKind::signal: return Facts::tr("The signal handler %1 runs.").arg(name);
    case RunKind::io: return Facts::tr("News from outside has come: %1 runs.").arg(name);
    default: return Facts::tr("The callback %1 runs: it has come to the front of the ready queue.").arg(name);
  }
}

}  // namespace

QString loopSentence(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  switch (event.kind) {
    case Kind::loop_made: return Facts::tr("An event loop is made. It holds no task and no timer yet.");
    case Kind::loop_started:
      return Facts::tr(
          "The event loop starts. From now on it decides what runs; the code that started it waits for it.");
    case Kind::loop_stopping: return Facts::tr("The loop was asked to stop. It will do so at the end of this turn.");
    case Kind::loop_stopped: return Facts::tr("The loop has stopped. The code that started it goes on.");
    case Kind::loop_closed: return Facts::tr("The loop is closed. It cannot be started again.");
    case Kind::turn: return turn(facts);
    case Kind::select: tone = Narration::Tone::idle; return sleeps(facts, event.b);
    default: return {};
  }
}

QString handleSentence(const Facts& facts) {
  const Event& event = facts.event();
  switch (event.kind) {
    case Kind::callback_begin: return callbackBegins(facts);
    case Kind::handle_cancelled: return Facts::tr("An entry of the ready queue is cancelled: it will not run.");
    case Kind::timer_set:
      return Facts::tr("A timer is set: %1 is due at %2. Before that the loop will not run it.")
          .arg(code(facts.string(event.c)), seconds(event.b));
    case Kind::timer_cancelled: return Facts::tr("A timer is cancelled: it will not fire.");
    default: return {};
  }
}

QString lateSentence(const Facts& facts) {
  QStringList late;
  for (const replay::Timer& timer : facts.replay().timers_at(facts.now())) {
    if (!timer.overdue || facts.now().time - timer.due < 500'000) continue;
    const QString what = timer.task != 0 ? facts.task(timer.task) : code(timer.callback);
    late << Facts::tr("%1 was due at %2 and is already %3 late.")
                .arg(what, seconds(timer.due), duration(facts.now().time - timer.due));
    if (late.size() == 2) break;
  }
  return late.join(u' ');
}

QString betweenSentence(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  if (event.kind == Kind::select) {
    tone = Narration::Tone::idle;
    return Facts::tr("The loop is idle.") + u' ' + sleeps(facts, event.b);
  }
  for (const replay::ThreadState& thread : facts.replay().threads_at(facts.now())) {
    if (thread.asleep_until == 0 || !thread.current) continue;
    tone = Narration::Tone::blocking;
    QString text = Facts::tr("%1 is inside %2. The loop is blocked until %3.")
                       .arg(facts.actorFirst(), code(Facts::tr("time.sleep()")), seconds(thread.asleep_until));
    if (event.kind == Kind::block_begin) {
      const std::string slept = "time.sleep(" + duration(event.a).chopped(2).toStdString() + ")";
      text = event.task != 0
                 ? Facts::tr("%1 is inside %2. The loop is blocked until %3.")
                       .arg(facts.task(event.task), code(std::string_view(slept)), seconds(thread.asleep_until))
                 : Facts::tr("The program is inside %1 until %2.")
                       .arg(code(std::string_view(slept)), seconds(thread.asleep_until));
    }
    const QString late = lateSentence(facts);
    return late.isEmpty() ? text : text + u' ' + late;
  }
  const QString who = facts.actorFirst();
  return Facts::tr("%1 is at work, and nothing new has happened since %2.")
      .arg(who, seconds(facts.replay().time_of(facts.now().event)));
}

}  // namespace loopline::ui
