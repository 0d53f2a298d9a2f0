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
  constexpr std::int64_t kAtOnce = 1'000'000;
  for (const replay::Timer& timer : facts.replay().timers_at(facts.now())) {
    if (timer.due > until) break;
    if (until - timer.due > kAtOnce) continue;  // another loop's
    return Facts::tr(", when %1 falls due").arg(facts.purpose(timer));
  }
  return {};
}

// Threads that may wake a loop which has nothing to wait for by itself.
QString otherThreads(const Facts& facts) {
  QStringList names;
  for (const replay::ThreadState& thread : facts.replay().threads_at(facts.now())) {
    if (!thread.current && !thread.ended) names << facts.threadPhrase(thread.thread);
  }
  return enumeration(names);
}

/// A wait that only somebody else ends has no time.
QString untilWhen(std::int64_t time) {
  return time == trace::kForever ? Facts::tr("somebody wakes it") : seconds(time);
}

QString sleeps(const Facts& facts, std::int64_t until) {
  if (until == trace::kForever) {
    const QString threads = otherThreads(facts);
    if (!threads.isEmpty()) {
      return Facts::tr(
                 "Nothing is ready and no timer is set, so the loop sleeps in select until something wakes it: "
                 "%1 still has work.")
          .arg(threads);
    }
    return Facts::tr(
        "Nothing is ready and no timer is set, so the loop sleeps in select until something from outside wakes it.");
  }
  if (until <= facts.now().time) return Facts::tr("The loop looks for news from outside in select, without waiting.");
  return Facts::tr("Nothing is ready, so the loop sleeps in select until %1%2.")
      .arg(seconds(until), nextTimer(facts, until));
}

QString turn(const Facts& facts) {
  const Event& event = facts.event();
  const QStringList ready = facts.ready();
  if (ready.isEmpty()) {
    if (event.c > 0) {
      return Facts::tr("Turn %1 of the loop begins. All that stood in the ready queue was cancelled.").arg(event.b);
    }
    return Facts::tr("Turn %1 of the loop begins. The ready queue is empty.").arg(event.b);
  }
  // What is cancelled counts as an entry of the turn but does not run.
  const qsizetype count = std::min<qsizetype>(ready.size(), static_cast<qsizetype>(event.c));
  const QString names = enumeration(ready.first(count));
  if (count == 1) {
    return Facts::tr("Turn %1 of the loop begins. One entry is ready and runs in it: %2.").arg(event.b).arg(names);
  }
  return Facts::tr(
             "Turn %1 of the loop begins. %2 entries are ready and run in this order: %3. "
             "What becomes ready meanwhile has to wait for the next turn.")
      .arg(event.b)
      .arg(count)
      .arg(names);
}

QString timerFires(const Facts& facts) {
  const Event& event = facts.event();
  const QString name = code(facts.string(event.b));
  for (const replay::Timer& timer : facts.replay().timers_at(
           facts.replay().after(static_cast<replay::EventIndex>(std::max<std::int64_t>(event.a - 1, 0))))) {
    if (timer.timer != static_cast<replay::ObjectId>(event.d)) continue;
    const std::int64_t late = facts.now().time - timer.due;
    const QString how = late >= 500'000 ? Facts::tr(", %1 late").arg(duration(late)) : QString();
    const QString purpose = facts.purpose(timer);
    return Facts::tr("A timer fires: %1 was due at %2%3.")
        .arg(purpose.isEmpty() ? name : purpose, seconds(timer.due), how);
  }
  return Facts::tr("A timer fires: %1 is due.").arg(name);
}

QString callbackBegins(const Facts& facts) {
  const Event& event = facts.event();
  const std::string_view called = facts.string(event.b);
  const QString name = code(called);
  switch (static_cast<RunKind>(event.c)) {
    case RunKind::future_callback:
      if (called == "run_until_complete.done") {
        return Facts::tr("The loop learns that what it was run for is done: it will stop.");
      }
      return Facts::tr("The callback %1 runs: what it was waiting for is done.").arg(name);
    case RunKind::timer: return timerFires(facts);
    case RunKind::signal: return Facts::tr("The signal handler %1 runs.").arg(name);
    case RunKind::io: return Facts::tr("News from outside has come: %1 runs.").arg(name);
    default: return Facts::tr("The callback %1 runs: it has come to the front of the ready queue.").arg(name);
  }
}

QString timerSet(const Facts& facts) {
  const Event& event = facts.event();
  for (const replay::Timer& timer : facts.replay().timers_at(facts.now())) {
    if (timer.set_at != facts.now().event) continue;
    const trace::AwaitKind kind = timer.releases.kind;
    if (kind == trace::AwaitKind::sleep) {
      return Facts::tr("%1 sets a timer: its %2 ends at %3.")
          .arg(facts.actorFirst(), code(QStringLiteral("sleep(%1)").arg(duration(timer.due - event.time).chopped(2))),
               seconds(timer.due));
    }
    if (kind == trace::AwaitKind::wait_for) {
      return Facts::tr("%1 sets a timer: its patience ends at %2.").arg(facts.actorFirst(), seconds(timer.due));
    }
  }
  return Facts::tr("%1 sets a timer: the loop is to call %2 at %3, not before.")
      .arg(facts.actorFirst(), code(facts.string(event.c)), seconds(event.b));
}

QString timerCancelled(const Facts& facts) {
  for (const replay::Timer& timer : facts.replay().timers_at(facts.before())) {
    if (timer.timer != static_cast<replay::ObjectId>(facts.event().a)) continue;
    return Facts::tr("The timer of %1, due at %2, is cancelled: it will not fire.")
        .arg(facts.purpose(timer), seconds(timer.due));
  }
  return Facts::tr("A timer is cancelled: it will not fire.");
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
    case Kind::handle_cancelled:
      for (const replay::ReadyEntry& entry : facts.replay().ready_at(facts.before())) {
        if (entry.since.event != static_cast<replay::EventIndex>(event.a) || entry.task != 0) continue;
        if (entry.callback.empty()) break;
        return Facts::tr("The callback %1 is cancelled: it leaves the ready queue and will not run.")
            .arg(code(entry.callback));
      }
      return Facts::tr("A callback is cancelled: it leaves the ready queue and will not run.");
    case Kind::timer_set: return timerSet(facts);
    case Kind::timer_cancelled: return timerCancelled(facts);
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
  const std::vector<replay::ThreadState> threads = facts.replay().threads_at(facts.now());
  const auto loops = facts.replay().loops_at(facts.now());
  const auto blocked = std::ranges::find_if(loops, [](const LoopState& loop) { return loop.blocked_until != 0; });
  if (blocked != loops.end()) {
    tone = Narration::Tone::blocking;
    const QString who = blocked->task != 0          ? facts.task(blocked->task)
                        : blocked->callback.empty() ? Facts::tr("The program")
                                                    : Facts::tr("The callback %1").arg(code(blocked->callback));
    const bool begins = event.kind == Kind::block_begin;
    const QString call = begins && event.c != 0 ? fromView(facts.string(event.c))
                         : begins               ? QStringLiteral("time.sleep(%1)").arg(duration(event.a).chopped(2))
                                                : QStringLiteral("time.sleep");
    const QString text = Facts::tr("%1 is inside %2. The loop is blocked until %3.")
                             .arg(who, code(call), untilWhen(blocked->blocked_until));
    const QString late = lateSentence(facts);
    return late.isEmpty() ? text : text + u' ' + late;
  }
  // Time passes only while every thread is blocked.
  const bool names_call = event.kind == Kind::block_begin && event.c != 0;
  const QString call = names_call ? fromView(facts.string(event.c)) : QStringLiteral("time.sleep");
  QStringList asleep;
  for (const replay::ThreadState& thread : threads) {
    if (thread.asleep_until == 0 || thread.ended) continue;
    const bool greenlet = facts.threadOfGreenlet(thread.thread) != 0;
    const QString name = threads.size() == 1 ? Facts::tr("The program")
                         : greenlet          ? facts.threadPhrase(thread.thread)
                                             : facts.thread(thread.thread);
    asleep << Facts::tr("%1 sleeps in %2 until %3").arg(name, code(call), untilWhen(thread.asleep_until));
  }
  if (asleep.size() == 1 && threads.size() == 1) return asleep.front() + u'.';
  if (!asleep.isEmpty()) return Facts::tr("Every thread is blocked: %1.").arg(enumeration(asleep, 3));
  for (const LoopState& loop : loops) {
    if (loop.phase != replay::LoopPhase::idle) continue;
    tone = Narration::Tone::idle;
    return Facts::tr("The loop is idle.") + u' ' + sleeps(facts, loop.idle_until);
  }
  return Facts::tr("Time passes. Nothing has happened since %1.")
      .arg(seconds(facts.replay().time_of(facts.now().event)));
}

}  // namespace loopline::ui
