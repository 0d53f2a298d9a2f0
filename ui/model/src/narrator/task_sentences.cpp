#include "sentences.h"

namespace loopline::ui {

using replay::ObjectId;
using trace::AwaitKind;
using trace::CancelEffect;
using trace::Event;
using trace::StepEnd;

namespace {

QString nameOfWait(const Facts& facts, const trace::Awaited& awaited, replay::Moment since) {
  if (awaited.kind == AwaitKind::task && awaited.object != 0) return facts.task(awaited.object);
  return code(QString::fromStdString(facts.replay().describe({awaited, since})));
}

QString turnsAgo(const Facts& facts, replay::EventIndex event) {
  const std::uint64_t now = facts.turnAt(facts.now().event);
  const std::uint64_t then = facts.turnAt(event);
  if (then == 0 || now <= then) return {};
  if (now == then + 1) return Facts::tr(" one turn ago");
  return Facts::tr(" %1 turns ago").arg(now - then);
}

// Why a step throws into the coroutine.
QString whyItThrows(const Facts& facts, ObjectId task, const std::optional<Facts::Waited>& waited) {
  const auto before = facts.replay().task_at(task, facts.before());
  if (before && before->cancelling) return Facts::tr("because its cancellation was requested");
  if (waited && waited->awaited.kind == AwaitKind::task) {
    return Facts::tr("because %1, which it awaited, ended with an exception").arg(facts.task(waited->awaited.object));
  }
  if (waited && waited->awaited.kind != AwaitKind::nothing) {
    return Facts::tr("because %1, which it awaited, ended with an exception")
        .arg(nameOfWait(facts, waited->awaited, waited->since));
  }
  return Facts::tr("instead of a result");
}

QString whyItGoesOn(const Facts& facts, const Facts::Waited& waited) {
  const QString what = nameOfWait(facts, waited.awaited, waited.since);
  switch (waited.awaited.kind) {
    case AwaitKind::nothing:
      return Facts::tr("it had given way, and what stood before it in the queue has had its turn");
    case AwaitKind::sleep: return Facts::tr("its %1 is over").arg(what);
    case AwaitKind::task:
    case AwaitKind::future:
    case AwaitKind::gather:
    case AwaitKind::shield:
    case AwaitKind::executor: return Facts::tr("%1, which it awaited, is done").arg(what);
    case AwaitKind::lock:
    case AwaitKind::semaphore: return Facts::tr("%1 let it in").arg(what);
    case AwaitKind::event: return Facts::tr("%1 was set").arg(what);
    default: return Facts::tr("its wait for %1 is over").arg(what);
  }
}

QString begins(const Facts& facts) {
  const Event& event = facts.event();
  const QString who = facts.task(event.task);
  const std::optional<Facts::Waited> waited = facts.waitedBefore(event.task);
  if (event.c == 1) {
    return Facts::tr("%1 runs again, and an exception is raised at the place where it waited: %2.")
        .arg(who, whyItThrows(facts, event.task, waited));
  }
  if (!waited) {
    const auto state = facts.replay().task_at(event.task, facts.now());
    const QString creator = state && state->parent != 0 ? facts.task(state->parent) : Facts::tr("the program");
    const QString call = facts.call(event.task);
    QString text = Facts::tr("%1 starts now: %2 created it%3, and it has come to the front of the ready queue.")
                       .arg(who, creator, state ? turnsAgo(facts, state->created) : QString());
    if (!call.isEmpty()) text += u' ' + Facts::tr("It runs %1 up to the first await that has to wait.").arg(call);
    return text;
  }
  QString text = Facts::tr("%1 runs again: %2.").arg(who, whyItGoesOn(facts, *waited));
  if (waited->lateSince) {
    const std::int64_t late = facts.now().time - *waited->lateSince;
    if (late >= 500'000) {
      text += u' ' + Facts::tr("It could have gone on at %1 and is %2 late, since the loop was held up.")
                         .arg(seconds(*waited->lateSince), duration(late));
    }
  }
  return text;
}

QString place(const Facts& facts, ObjectId task) {
  const std::vector<replay::Frame> stack = facts.replay().stack_at(task, facts.now());
  if (stack.empty() || stack.back().line == 0) return {};
  return Facts::tr(" at line %1").arg(stack.back().line);
}

QString suspends(const Facts& facts) {
  const Event& event = facts.event();
  const trace::Awaited awaited = trace::awaited_of(event);
  const QString who = facts.task(event.task);
  const QString where = place(facts, event.task);
  const QString what = nameOfWait(facts, awaited, facts.now());
  switch (awaited.kind) {
    case AwaitKind::sleep:
      return Facts::tr("%1 is suspended%2 by %3 until %4. It has given the loop back; others can run.")
          .arg(who, where, what, seconds(awaited.until));
    case AwaitKind::task:
      return Facts::tr("%1 awaits %2%3, which is not done yet. It is suspended and gives the loop back.")
          .arg(who, what, where);
    case AwaitKind::gather:
      return Facts::tr("%1 awaits %2%3: it is suspended until all of them are done.").arg(who, what, where);
    case AwaitKind::lock:
    case AwaitKind::semaphore:
      return Facts::tr("%1 has to wait for %2%3: it is taken. The task is suspended and stands in line.")
          .arg(who, what, where);
    case AwaitKind::queue_get:
      return Facts::tr("%1 waits for %2%3: there is no item for it yet. It is suspended.").arg(who, what, where);
    case AwaitKind::queue_put:
      return Facts::tr("%1 waits for %2%3: the queue is full. It is suspended.").arg(who, what, where);
    default: return Facts::tr("%1 is suspended%2: it waits for %3. It has given the loop back.").arg(who, where, what);
  }
}

QString ends(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  const QString who = facts.task(event.task);
  const QString value = code(facts.string(event.b));
  const QStringList woken = facts.queuedNow();
  const QString after =
      woken.isEmpty() ? QString() : u' ' + Facts::tr("That puts %1 into the ready queue.").arg(enumeration(woken));
  switch (trace::step_end_of(event.a)) {
    case StepEnd::yielded:
      return Facts::tr("%1 gives way%2: it goes to the end of the ready queue, so that others come first.")
          .arg(who, place(facts, event.task));
    case StepEnd::awaits: return suspends(facts);
    case StepEnd::returned: return Facts::tr("%1 is done. Its result is %2.").arg(who, value) + after;
    case StepEnd::raised:
      tone = Narration::Tone::failed;
      return Facts::tr("%1 ends with an exception: %2.").arg(who, value) + after;
    case StepEnd::cancelled: return Facts::tr("%1 ends: it is cancelled.").arg(who) + after;
  }
  return {};
}

QString created(const Facts& facts) {
  const Event& event = facts.event();
  const QString who = facts.task(event.task);
  const QString call = facts.call(event.task);
  const QString by = event.a != 0 ? facts.task(static_cast<ObjectId>(event.a)) : Facts::tr("The program");
  QString text =
      call.isEmpty() ? Facts::tr("%1 creates %2.").arg(by, who) : Facts::tr("%1 creates %2 for %3.").arg(by, who, call);
  const QStringList ready = facts.ready();
  const bool isLast = !ready.isEmpty() && ready.back() == who;
  if (!isLast) return text + u' ' + Facts::tr("None of its code has run yet.");
  if (ready.size() == 1) return text + u' ' + Facts::tr("None of its code has run yet: it stands in the ready queue.");
  return text + u' ' +
         Facts::tr("None of its code has run yet: it stands in the ready queue, behind %1.")
             .arg(enumeration(ready.first(ready.size() - 1), 2));
}

QString cancelRequested(const Facts& facts) {
  const Event& event = facts.event();
  const QString victim = facts.task(event.task);
  const QString by = event.a != 0 ? facts.task(static_cast<ObjectId>(event.a)) : Facts::tr("The program");
  const QString ask = event.a != 0 && static_cast<ObjectId>(event.a) == event.task
                          ? Facts::tr("%1 asks for its own cancellation.").arg(victim)
                          : Facts::tr("%1 asks for %2 to be cancelled.").arg(by, victim);
  switch (static_cast<CancelEffect>(event.b)) {
    case CancelEffect::already_done: return ask + u' ' + Facts::tr("It has ended already, so nothing happens.");
    case CancelEffect::passed_on:
      return ask + u' ' + Facts::tr("What it waits for is cancelled instead; that will wake it with CancelledError.");
    case CancelEffect::at_next_step: return ask + u' ' + Facts::tr("Its next step will raise CancelledError in it.");
  }
  return ask;
}

}  // namespace

QString taskSentence(const Facts& facts, Narration::Tone& tone) {
  switch (facts.event().kind) {
    case trace::Kind::task_created: return created(facts);
    case trace::Kind::task_renamed: return Facts::tr("The task is now called %1.").arg(facts.task(facts.event().task));
    case trace::Kind::step_begin: return begins(facts);
    case trace::Kind::step_end: return ends(facts, tone);
    case trace::Kind::cancel_requested: return cancelRequested(facts);
    default: return {};
  }
}

}  // namespace loopline::ui
