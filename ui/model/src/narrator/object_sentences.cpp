#include "sentences.h"

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

QString wokenBy(const Facts& facts) {
  const QStringList woken = facts.queuedNow();
  return woken.isEmpty() ? QString() : u' ' + Facts::tr("That puts %1 into the ready queue.").arg(enumeration(woken));
}

QString changed(const Facts& facts) {
  const Event& event = facts.event();
  const QString what = facts.object(event.a);
  const QString who = event.task != 0 ? facts.task(event.task) : Facts::tr("The program");
  switch (static_cast<ObjectChange>(event.b)) {
    case ObjectChange::acquired: return Facts::tr("%1 now holds %2.").arg(who, what);
    case ObjectChange::released: return Facts::tr("%1 releases %2.").arg(who, what);
    case ObjectChange::set: return Facts::tr("%1 sets %2: whoever waits for it can go on.").arg(who, what);
    case ObjectChange::cleared:
      return Facts::tr("%1 clears %2: whoever waits for it from now on has to wait.").arg(who, what);
    case ObjectChange::notified:
      return Facts::tr("%1 notifies %n waiting task(s) of %2.")
          .arg(who, what)
          .replace(QStringLiteral("%n waiting task(s)"),
                   event.c == 1 ? Facts::tr("one waiting task") : Facts::tr("%1 waiting tasks").arg(event.c));
    case ObjectChange::put:
      return event.c == 1 ? Facts::tr("%1 puts an item into %2. It holds one item now.").arg(who, what)
                          : Facts::tr("%1 puts an item into %2. It holds %3 items now.").arg(who, what).arg(event.c);
    case ObjectChange::got:
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

QString futureDone(const Facts& facts) {
  const Event& event = facts.event();
  const QString what = capital(facts.object(event.a));
  switch (static_cast<trace::FutureEnd>(event.b)) {
    case trace::FutureEnd::result: return Facts::tr("%1 is done: it has its result.").arg(what);
    case trace::FutureEnd::exception: return Facts::tr("%1 is done: it holds an exception.").arg(what);
    case trace::FutureEnd::cancelled: return Facts::tr("%1 is cancelled.").arg(what);
  }
  return {};
}

}  // namespace

QString objectSentence(const Facts& facts) {
  const Event& event = facts.event();
  switch (event.kind) {
    case Kind::object_made: return Facts::tr("%1 makes %2.").arg(facts.actorFirst(), facts.object(event.a));
    case Kind::object_changed: return changed(facts) + wokenBy(facts);
    case Kind::future_done: return futureDone(facts) + wokenBy(facts);
    default: return {};
  }
}

QString threadSentence(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  const auto thread = static_cast<replay::ThreadId>(event.a);
  switch (event.kind) {
    case Kind::thread_started:
      return Facts::tr("The thread %1 is started. It runs when the others wait.").arg(facts.thread(thread));
    case Kind::thread_switched: return Facts::tr("Now %1 runs; the other threads wait.").arg(facts.thread(thread));
    case Kind::thread_ended: return Facts::tr("The thread %1 has ended.").arg(facts.thread(thread));
    case Kind::block_begin: {
      const QString call = code(QStringLiteral("time.sleep(%1)").arg(duration(event.a).chopped(2)));
      if (event.task == 0)
        return Facts::tr("The program calls %1: it stands still until %2.").arg(call, seconds(event.b));
      tone = Narration::Tone::blocking;
      return Facts::
          tr("%1 calls %2: the whole thread stands still until %3. The loop is blocked; no other task of it can run.")
              .arg(facts.task(event.task), call, seconds(event.b));
    }
    case Kind::block_end: {
      const QString text = event.task == 0 ? Facts::tr("time.sleep is over: the program goes on.")
                                           : Facts::tr("time.sleep is over: %1 goes on.").arg(facts.task(event.task));
      const QString late = lateSentence(facts);
      return late.isEmpty() ? text : text + u' ' + late;
    }
    default: return {};
  }
}

}  // namespace loopline::ui
