#include "sentences.h"

namespace loopline::ui {

using replay::ObjectId;
using trace::AwaitKind;
using trace::CancelEffect;
using trace::Event;
using trace::StepEnd;

namespace {

QString turnsAgo(const Facts& facts, replay::EventIndex event) {
  const std::uint64_t now = facts.turnAt(facts.now().event);
  const std::uint64_t then = facts.turnAt(event);
  if (then == 0 || now <= then || !facts.hasOneLoop()) return {};
  if (now == then + 1) return Facts::tr(" one turn ago");
  return Facts::tr(" %1 turns ago").arg(now - then);
}

// Where it stood in the ready queue before this step.
QString stood(const Facts& facts) {
  const auto scheduled = static_cast<replay::EventIndex>(std::max<std::int64_t>(facts.event().a, 0));
  if (scheduled == 0 || scheduled > facts.now().event) return {};
  QStringList ahead;
  for (const replay::ReadyEntry& entry : facts.replay().ready_at(facts.replay().after(scheduled))) {
    if (entry.task == facts.event().task) break;
    ahead << facts.entry(entry);
  }
  const std::uint64_t turn = facts.turnAt(scheduled);
  const bool tellTurn = turn > 0 && facts.hasOneLoop();
  if (ahead.isEmpty()) {
    return tellTurn ? u' ' + Facts::tr("It stood first in the ready queue since turn %1.").arg(turn)
                    : u' ' + Facts::tr("It stood first in the ready queue.");
  }
  const QString names = enumeration(ahead, 2);
  return tellTurn ? u' ' + Facts::tr("It stood in the ready queue since turn %1, behind %2.").arg(turn).arg(names)
                  : u' ' + Facts::tr("It stood in the ready queue, behind %1.").arg(names);
}

QString whoCancelled(const Facts& facts, ObjectId task) {
  const replay::EventIndex request = facts.cancelRequestOf(task);
  if (request == 0) return Facts::tr("its cancellation was requested");
  const Event event = facts.replay().event(request);
  if (static_cast<ObjectId>(event.a) == task) return Facts::tr("it has asked for its own cancellation");
  const QString by = event.a != 0 ? facts.task(static_cast<ObjectId>(event.a)) : facts.actorAt(request);
  return Facts::tr("%1 asked for its cancellation").arg(by);
}

// Why a step throws into the coroutine.
QString whyItThrows(const Facts& facts, ObjectId task, const std::optional<Facts::Waited>& waited) {
  const auto before = facts.replay().task_at(task, facts.before());
  if (before && before->cancelling) return whoCancelled(facts, task);
  if (waited && waited->awaited.kind == AwaitKind::task) {
    const auto awaited = facts.replay().task_at(waited->awaited.object, facts.now());
    const QString who = facts.task(waited->awaited.object);
    if (awaited && awaited->state == replay::State::cancelled) {
      return Facts::tr("%1, which it awaited, was cancelled").arg(who);
    }
    if (awaited && !awaited->value.empty()) {
      return Facts::tr("%1, which it awaited, ended with %2").arg(who, code(awaited->value));
    }
    return Facts::tr("%1, which it awaited, ended with an exception").arg(who);
  }
  if (waited && waited->awaited.kind != AwaitKind::nothing) {
    return Facts::tr("its wait for %1 ended with an exception").arg(facts.wait(waited->awaited, waited->since));
  }
  return Facts::tr("it is there instead of a result");
}

// Who did to the object what a waiter waited for, at about the event that woke it; empty: not known.
QString whoDid(const Facts& facts, const trace::Awaited& awaited, trace::ObjectChange change) {
  const auto scheduled = static_cast<replay::EventIndex>(std::max<std::int64_t>(facts.event().a, 0));
  const std::int64_t object = awaited.owner != 0 ? awaited.owner : awaited.object;
  const replay::EventIndex at = scheduled == 0 ? 0 : facts.changeNear(scheduled, object, change);
  if (at == 0) return {};
  const ObjectId by = facts.replay().event(at).task;
  if (by == facts.event().task) return {};
  return by != 0 ? facts.task(by) : facts.actorAt(at);
}

bool isTask(const Facts& facts, ObjectId id) { return id != 0 && !facts.replay().task_name(id, facts.now()).empty(); }

// What was awaited is done, or the patience with it.
QString waitForIsOver(const Facts& facts, const trace::Awaited& awaited) {
  const bool named = isTask(facts, awaited.owner);
  const QString what = named ? facts.task(awaited.owner) : Facts::tr("what it awaited");
  const auto state = named ? facts.replay().task_at(awaited.owner, facts.now()) : std::nullopt;
  const bool limited = awaited.until > 0 && awaited.until != trace::kForever;
  if (state && replay::is_end(state->state)) return Facts::tr("%1, which it awaited, is done").arg(what);
  if (limited && facts.now().time >= awaited.until) {
    return Facts::tr("its time for %1 was over at %2").arg(what, seconds(awaited.until));
  }
  return Facts::tr("its wait for %1 is over").arg(what);
}

QString whyItGoesOn(const Facts& facts, const Facts::Waited& waited) {
  using trace::ObjectChange;
  const trace::Awaited& awaited = waited.awaited;
  const QString what = facts.wait(awaited, waited.since);
  const QString thing = facts.object(awaited.owner != 0 ? awaited.owner : awaited.object);
  const auto by = [&](ObjectChange change) { return whoDid(facts, awaited, change); };
  switch (awaited.kind) {
    case AwaitKind::nothing:
      return Facts::tr("it had given way, and what stood before it in the queue has had its turn");
    case AwaitKind::sleep: return Facts::tr("its %1 ended at %2").arg(what, seconds(awaited.until));
    case AwaitKind::task: return Facts::tr("%1, which it awaited, is done").arg(what);
    case AwaitKind::future:
    case AwaitKind::gather: return Facts::tr("%1, which it awaited, is done").arg(what);
    case AwaitKind::lock:
    case AwaitKind::semaphore:
      if (const QString who = by(ObjectChange::released); !who.isEmpty()) {
        return Facts::tr("%1 has released %2, and it was first in line").arg(who, thing);
      }
      return Facts::tr("it is its turn at %1").arg(thing);
    case AwaitKind::event:
      if (const QString who = by(ObjectChange::set); !who.isEmpty()) {
        return Facts::tr("%1 has set %2").arg(who, thing);
      }
      return Facts::tr("%1 was set").arg(thing);
    case AwaitKind::condition:
      if (const QString who = by(ObjectChange::notified); !who.isEmpty()) {
        return Facts::tr("%1 has notified %2").arg(who, thing);
      }
      break;
    case AwaitKind::queue_get:
      if (const QString who = by(ObjectChange::put); !who.isEmpty()) {
        return Facts::tr("%1 has put an item into %2").arg(who, thing);
      }
      break;
    case AwaitKind::queue_put:
      if (const QString who = by(ObjectChange::got); !who.isEmpty()) {
        return Facts::tr("%1 has taken an item out of %2, so there is room").arg(who, thing);
      }
      break;
    case AwaitKind::wait_for: return waitForIsOver(facts, awaited);
    case AwaitKind::shield:
      if (isTask(facts, awaited.owner)) {
        return Facts::tr("%1, which it awaited through a shield, is done").arg(facts.task(awaited.owner));
      }
      break;
    default: break;
  }
  return Facts::tr("its wait for %1 is over").arg(what);
}

QString starts(const Facts& facts) {
  const ObjectId task = facts.event().task;
  const auto state = facts.replay().task_at(task, facts.now());
  const QString call = facts.call(task);
  if (facts.isOwnWork(task)) {
    return Facts::tr("%1 starts: %2 is how %3 cleans up.")
        .arg(facts.task(task), call, code(QStringLiteral("asyncio.run")));
  }
  const QString creator = state && state->parent != 0 ? facts.task(state->parent) : Facts::tr("the program");
  QString text = Facts::tr("%1 starts: %2 created it%3.")
                     .arg(facts.task(task), creator, state ? turnsAgo(facts, state->created) : QString());
  text += stood(facts);
  if (!call.isEmpty()) text += u' ' + Facts::tr("It runs %1 up to the first await that has to wait.").arg(call);
  return text;
}

QString begins(const Facts& facts) {
  const Event& event = facts.event();
  const QString who = facts.task(event.task);
  const std::optional<Facts::Waited> waited = facts.waitedBefore(event.task);
  if (event.c == 1) {
    if (!waited) {
      return Facts::tr("%1 is over before it began: %2.").arg(who, whyItThrows(facts, event.task, waited));
    }
    return Facts::tr("%1 runs again, and an exception is raised where it waited: %2.")
               .arg(who, whyItThrows(facts, event.task, waited)) +
           stood(facts);
  }
  if (!waited) return starts(facts);
  QString text = Facts::tr("%1 runs again: %2.").arg(who, whyItGoesOn(facts, *waited));
  if (waited->lateSince) {
    const std::int64_t late = facts.now().time - *waited->lateSince;
    if (late >= 500'000) {
      return text + u' ' +
             Facts::tr("It could have gone on at %1 and is %2 late, since the loop was held up.")
                 .arg(seconds(*waited->lateSince), duration(late));
    }
  }
  return text + stood(facts);
}

QString place(const Facts& facts, ObjectId task) {
  const std::vector<replay::Frame> stack = facts.replay().stack_at(task, facts.now());
  if (stack.empty() || stack.back().line == 0) return {};
  return Facts::tr(" at line %1").arg(stack.back().line);
}

// Who has what this task wants.
QString heldBy(const Facts& facts, std::int64_t object) {
  for (const replay::ObjectState& state : facts.replay().objects_at(facts.now())) {
    if (state.object != static_cast<ObjectId>(object) || state.holders.empty()) continue;
    QStringList names;
    for (const ObjectId holder : state.holders) names << facts.task(holder);
    return enumeration(names);
  }
  return {};
}

QString waitsForLock(const Facts& facts, const QString& who, const QString& where, const trace::Awaited& awaited) {
  const std::int64_t object = awaited.owner != 0 ? awaited.owner : awaited.object;
  const QString thing = facts.object(object);
  const QString holder = heldBy(facts, object);
  if (holder.isEmpty()) {
    return Facts::tr("%1 has to stand in line for %2%3. It is suspended and gives the loop back.")
        .arg(who, thing, where);
  }
  if (awaited.kind == AwaitKind::lock) {
    return Facts::tr("%1 wants %2%3, but %4 holds it. It is suspended and stands in line.")
        .arg(who, thing, where, holder);
  }
  return Facts::tr("%1 wants %2%3, but no permit is free: it is held by %4. It is suspended and stands in line.")
      .arg(who, thing, where, holder);
}

QString suspends(const Facts& facts) {
  const Event& event = facts.event();
  const trace::Awaited awaited = trace::awaited_of(event);
  const QString who = facts.task(event.task);
  const QString where = place(facts, event.task);
  const QString what = facts.wait(awaited, facts.now());
  switch (awaited.kind) {
    case AwaitKind::sleep:
      return Facts::tr("%1 is suspended%2 by %3 until %4. It has given the loop back; others can run.")
          .arg(who, where, what, seconds(awaited.until));
    case AwaitKind::task:
      return Facts::tr("%1 awaits %2%3, which is not done yet. It is suspended and gives the loop back.")
          .arg(who, what, where);
    case AwaitKind::gather:
      return Facts::tr("%1 awaits %2%3: it is suspended until the gather has its result.").arg(who, what, where);
    case AwaitKind::lock:
    case AwaitKind::semaphore: return waitsForLock(facts, who, where, awaited);
    case AwaitKind::queue_get:
      return Facts::tr("%1 waits for %2%3: there is none for it yet. It is suspended and gives the loop back.")
          .arg(who, what, where);
    case AwaitKind::queue_put:
      return Facts::tr("%1 waits for %2%3: it is full. It is suspended and gives the loop back.").arg(who, what, where);
    default: return Facts::tr("%1 is suspended%2: it waits for %3. It has given the loop back.").arg(who, where, what);
  }
}

QString ends(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  const QString who = facts.task(event.task);
  const QString value = code(facts.string(event.b));
  const QString after = facts.putsIntoQueue();
  switch (trace::step_end_of(event.a)) {
    case StepEnd::yielded:
      return Facts::tr("%1 gives way%2: it goes to the end of the ready queue, so that others come first.")
          .arg(who, place(facts, event.task));
    case StepEnd::awaits: return suspends(facts);
    case StepEnd::returned:
      if (facts.string(event.b) == "None") return Facts::tr("%1 is done.").arg(who) + after;
      return Facts::tr("%1 is done. Its result is %2.").arg(who, value) + after;
    case StepEnd::raised:
      tone = Narration::Tone::failed;
      return Facts::tr("%1 ends with an exception that its code did not catch: %2.").arg(who, value) + after;
    case StepEnd::cancelled:
      return Facts::tr("%1 ends: it is cancelled. Its code has let %2 pass.")
                 .arg(who, code(QStringLiteral("CancelledError"))) +
             after;
  }
  return {};
}

QString created(const Facts& facts) {
  const Event& event = facts.event();
  const QString who = facts.task(event.task);
  const QString call = facts.call(event.task);
  if (facts.isOwnWork(event.task)) {
    return Facts::tr("%1 creates %2 for %3: that is how it cleans up.")
        .arg(code(QStringLiteral("asyncio.run")), who, call);
  }
  const QString by = event.a != 0 ? facts.task(static_cast<ObjectId>(event.a)) : facts.actorFirst();
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
  const QString by = event.a != 0 ? facts.task(static_cast<ObjectId>(event.a)) : facts.actorFirst();
  const QString ask = event.a != 0 && static_cast<ObjectId>(event.a) == event.task
                          ? Facts::tr("%1 asks for its own cancellation.").arg(victim)
                          : Facts::tr("%1 asks for %2 to be cancelled.").arg(by, victim);
  switch (static_cast<CancelEffect>(event.b)) {
    case CancelEffect::already_done: return ask + u' ' + Facts::tr("It has ended already, so nothing happens.");
    case CancelEffect::passed_on:
      return ask + u' ' + Facts::tr("What it waits for is cancelled: that wakes it, with CancelledError.");
    case CancelEffect::at_next_step: return ask + u' ' + Facts::tr("Its next step will raise CancelledError in it.");
  }
  return ask;
}

}  // namespace

QString taskSentence(const Facts& facts, Narration::Tone& tone) {
  switch (facts.event().kind) {
    case trace::Kind::task_created: return created(facts);
    case trace::Kind::task_renamed:
      return Facts::tr("The task is called %1 from now on.").arg(facts.task(facts.event().task));
    case trace::Kind::step_begin: return begins(facts);
    case trace::Kind::step_end: return ends(facts, tone);
    case trace::Kind::cancel_requested: return cancelRequested(facts);
    default: return {};
  }
}

}  // namespace loopline::ui
