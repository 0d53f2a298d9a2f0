#include <algorithm>

#include "sentences.h"
#include "ui_model/object_names.h"

namespace loopline::ui {

using trace::Event;
using trace::Kind;
using trace::ObjectChange;

namespace {

// "the lock" at the begin of a sentence.
QString capital(QString text) {
  if (!text.isEmpty() && text.front() != u'<') text[0] = text.front().toUpper();
  return text;
}

QString changed(const Facts& facts) {
  const Event& event = facts.event();
  const QString what = facts.object(event.a);
  const QString who = event.task != 0 ? facts.task(event.task) : facts.actorFirst();
  const auto semaphore = [&] {
    const auto& rows = facts.replay().data().objects;
    const auto row = std::ranges::find(rows, static_cast<replay::ObjectId>(event.a), &trace::ObjectRow::id);
    return row != rows.end() && row->type == trace::ObjectType::semaphore;
  };
  switch (static_cast<ObjectChange>(event.b)) {
    case ObjectChange::acquired:
      if (semaphore()) return Facts::tr("%1 takes a permit of %2. Free permits: %3.").arg(who, what).arg(event.c);
      return Facts::tr("%1 now holds %2.").arg(who, what);
    case ObjectChange::released:
      if (semaphore()) return Facts::tr("%1 gives a permit back to %2. Free permits: %3.").arg(who, what).arg(event.c);
      return Facts::tr("%1 releases %2.").arg(who, what);
    case ObjectChange::set: return Facts::tr("%1 sets %2: whoever waits for it can go on.").arg(who, what);
    case ObjectChange::cleared:
      return Facts::tr("%1 clears %2: whoever waits for it from now on has to wait.").arg(who, what);
    case ObjectChange::notified:
      if (event.c == 0) return Facts::tr("%1 notifies %2, but nobody waits there.").arg(who, what);
      if (event.c == 1) return Facts::tr("%1 wakes one task that waits for %2.").arg(who, what);
      return Facts::tr("%1 wakes %2 tasks that wait for %3.").arg(who).arg(event.c).arg(what);
    case ObjectChange::put:
      return event.c == 1 ? Facts::tr("%1 puts an item into %2. It holds one item now.").arg(who, what)
                          : Facts::tr("%1 puts an item into %2. It holds %3 items now.").arg(who, what).arg(event.c);
    case ObjectChange::got:
      if (event.c == 0) return Facts::tr("%1 takes an item out of %2. It is empty now.").arg(who, what);
      return event.c == 1 ? Facts::tr("%1 takes an item out of %2. One is left.").arg(who, what)
                          : Facts::tr("%1 takes an item out of %2. %3 are left.").arg(who, what).arg(event.c);
    case ObjectChange::task_done:
      return Facts::tr("%1 reports an item of %2 as dealt with. Unfinished items: %3.").arg(who, what).arg(event.c);
    case ObjectChange::child: {
      const auto child = static_cast<replay::ObjectId>(event.d);
      const bool isTask = !facts.replay().task_name(child, facts.now()).empty();
      return Facts::tr("%1 now includes %2.").arg(capital(what), isTask ? facts.task(child) : facts.object(child));
    }
    case ObjectChange::arrived: return Facts::tr("%1 arrives at %2. Waiting there: %3.").arg(who, what).arg(event.c);
    case ObjectChange::broken:
      return Facts::tr("%1 is broken: whoever waits there gets an exception.").arg(capital(what));
    case ObjectChange::resized: return Facts::tr("%1 has a size of %2.").arg(capital(what)).arg(event.c);
  }
  return Facts::tr("%1 changes.").arg(capital(what));
}

// Whether what happens now holds up a loop.
bool isInsideLoop(const Facts& facts) {
  const auto loops = facts.replay().loops_at(facts.now());
  return std::ranges::any_of(loops, [](const replay::LoopState& loop) { return loop.blocked_until != 0; });
}

QString futureDone(const Facts& facts) {
  const Event& event = facts.event();
  const auto future = static_cast<replay::ObjectId>(event.a);
  QString what = capital(facts.object(event.a));
  // What nobody sees in the code is known by who waits for it.
  for (const replay::ReadyEntry& entry : facts.replay().ready_at(facts.now())) {
    if (entry.task == 0 || entry.since.event != facts.now().event) continue;
    const auto before = facts.replay().task_at(entry.task, facts.before());
    if (!before || !before->wait.waits() || before->wait.awaited.object != future) continue;
    if (!objectName(facts.replay(), future).name.isEmpty()) break;
    what = Facts::tr("What %1 waits for").arg(facts.task(entry.task));
    break;
  }
  switch (static_cast<trace::FutureEnd>(event.b)) {
    case trace::FutureEnd::result: return Facts::tr("%1 is done: it has its result.").arg(what);
    case trace::FutureEnd::exception: return Facts::tr("%1 is done: it holds an exception.").arg(what);
    case trace::FutureEnd::cancelled: return Facts::tr("%1 is cancelled.").arg(what);
  }
  return {};
}

// Why one greenlet runs in the place of another: nothing but a switch does that.
QString greenletSwitch(const Facts& facts, replay::ThreadId to) {
  const replay::ThreadId from = facts.currentThread(facts.before());
  const QString who = capital(facts.threadPhrase(from));
  const QString whom = facts.threadPhrase(to);
  const bool sameThread = from == to || facts.threadOfGreenlet(from) == to || facts.threadOfGreenlet(to) == from ||
                          facts.threadOfGreenlet(from) == facts.threadOfGreenlet(to);
  if (!sameThread) return Facts::tr("Now %1 runs; the other threads wait.").arg(whom);
  const Event last = facts.replay().event(facts.now().event - 1);
  if (facts.isHub(to)) {
    if (last.kind == Kind::thread_ended) return Facts::tr("%1 is over: the hub goes on.").arg(who);
    if (last.kind == Kind::timer_set) {
      return Facts::tr("%1 waits until %2 and switches to the hub, so that other greenlets can run.")
          .arg(who, seconds(last.b));
    }
    return Facts::tr("%1 has to wait and switches to the hub, so that other greenlets can run.").arg(who);
  }
  if (facts.isHub(from) && last.kind == Kind::callback_begin) {
    if (facts.string(last.b) == "greenlet.switch") return Facts::tr("The hub starts %1: it is its turn.").arg(whom);
    if (static_cast<trace::RunKind>(last.c) == trace::RunKind::timer) {
      return Facts::tr("The hub switches to %1: the time that it waited for is over.").arg(whom);
    }
    return Facts::tr("The hub switches to %1: what it waited for is there.").arg(whom);
  }
  return Facts::tr("%1 switches to %2, which runs until it switches itself or ends.").arg(who, whom);
}

}  // namespace

QString objectSentence(const Facts& facts) {
  const Event& event = facts.event();
  switch (event.kind) {
    case Kind::object_made: return Facts::tr("%1 makes %2.").arg(facts.actorFirst(), facts.object(event.a));
    case Kind::object_changed: return changed(facts) + facts.putsIntoQueue();
    case Kind::future_done: return futureDone(facts) + facts.putsIntoQueue();
    default: return {};
  }
}

QString threadSentence(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  const auto thread = static_cast<replay::ThreadId>(event.a);
  const auto sleepCall = [&] {
    if (event.c != 0) return code(facts.string(event.c));  // a call of the library
    return code(QStringLiteral("time.sleep(%1)").arg(duration(event.a).chopped(2)));
  };
  // A wait that only somebody else ends has no time.
  const auto untilWhen = [&] { return event.b == trace::kForever ? Facts::tr("somebody wakes it") : seconds(event.b); };
  const bool greenlet = facts.threadOfGreenlet(thread) != 0;
  switch (event.kind) {
    case Kind::thread_started:
      if (facts.isHub(thread)) {
        return Facts::tr("The hub begins: it runs the loop and switches to whatever greenlet can go on.");
      }
      return greenlet ? Facts::tr("The greenlet %1 begins.").arg(facts.thread(thread))
                      : Facts::tr("The thread %1 has started.").arg(facts.thread(thread));
    case Kind::thread_switched:
      if (greenlet || facts.hasGreenlets(thread)) return greenletSwitch(facts, thread);
      return Facts::tr("Now the thread %1 runs, until it blocks or ends; the other threads wait.")
          .arg(facts.thread(thread));
    case Kind::thread_ended:
      return greenlet ? Facts::tr("%1 has ended.").arg(capital(facts.threadPhrase(thread)))
                      : Facts::tr("The thread %1 has ended.").arg(facts.thread(thread));
    case Kind::block_begin: {
      if (!isInsideLoop(facts)) {
        const bool inGreenlet = facts.threadOfGreenlet(facts.currentThread(facts.now())) != 0;
        if (inGreenlet) {
          tone = Narration::Tone::blocking;
          return Facts::tr("%1 calls %2: the whole thread stands still until %3, the hub and all greenlets with it.")
              .arg(facts.actorFirst(), sleepCall(), untilWhen());
        }
        return Facts::tr("%1 calls %2: this thread stands still until %3.")
            .arg(facts.actorFirst(), sleepCall(), untilWhen());
      }
      tone = Narration::Tone::blocking;
      return Facts::tr(
                 "%1 calls %2: the whole thread stands still until %3. The loop is blocked; nothing else in it can "
                 "run.")
          .arg(facts.actorFirst(), sleepCall(), untilWhen());
    }
    case Kind::block_end: {
      const QString text =
          Facts::tr("%1 is over: %2 goes on.")
              .arg(event.c != 0 ? code(facts.string(event.c)) : code(QStringLiteral("time.sleep")), facts.actor());
      const QString late = lateSentence(facts);
      return late.isEmpty() ? text : text + u' ' + late;
    }
    default: return {};
  }
}

}  // namespace loopline::ui
