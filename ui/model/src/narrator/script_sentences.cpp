#include <QRegularExpression>
#include <algorithm>

#include "sentences.h"

namespace loopline::ui {

using trace::Event;
using trace::Kind;
using trace::WarningKind;

namespace {

constexpr std::string_view kModule = "<module>";

QString functionCall(const Facts& facts, std::int64_t frame) {
  const QString name = facts.function(frame);
  if (name.isEmpty()) return loopline::ui::Facts::tr("a function");
  if (name.toStdString() == kModule) return loopline::ui::Facts::tr("the program");
  return code(name.contains(u'(') || name.contains(u'<') ? name : name + QStringLiteral("()"));
}

QString capitalized(QString text) {
  if (!text.isEmpty() && text.front() != u'<') text[0] = text.front().toUpper();
  return text;
}

QString line(const Facts& facts, std::int64_t number) {
  const QString source = facts.sourceLine(number);
  if (source.isEmpty()) return Facts::tr("%1 comes to line %2.").arg(facts.actorFirst()).arg(number);
  static const QRegularExpression definition(QStringLiteral("^(?:async )?(?:def|class) (\\w+)"));
  if (const auto match = definition.match(source); match.hasMatch()) {
    return Facts::tr("%1 comes to line %2, which defines %3. Nothing of it runs yet: %4")
        .arg(facts.actorFirst())
        .arg(number)
        .arg(code(match.captured(1)), code(source));
  }
  return Facts::tr("%1 comes to line %2: %3").arg(facts.actorFirst()).arg(number).arg(code(source));
}

// Which line of how many that the interpreter writes in one go, and all of them up to this one.
QString report(const Facts& facts) {
  constexpr replay::EventIndex kMost = 60;
  const replay::EventIndex now = facts.now().event;
  replay::EventIndex first = now;
  while (first > 1 && now - first < kMost && facts.replay().event(first - 1).kind == Kind::report) --first;
  QStringList lines;
  for (replay::EventIndex event = first; event <= now; ++event) {
    lines << fromView(facts.string(facts.replay().event(event).a));
  }
  return Facts::tr("Python writes to stderr:") + QStringLiteral("<br>") + code(lines.join(u'\n'));
}

QString warning(const Facts& facts) {
  const QString text = code(facts.string(facts.event().b));
  switch (static_cast<WarningKind>(facts.event().a)) {
    case WarningKind::never_awaited:
      return Facts::tr("Python warns: the coroutine %1 was never awaited. None of its code has run.").arg(text);
    case WarningKind::destroyed_pending:
      return Facts::tr("Python warns: %1 was thrown away before it was done.").arg(text);
    case WarningKind::never_retrieved:
      return Facts::tr("Python warns: nobody ever asked for the exception %1.").arg(text);
    case WarningKind::callback_error: return Facts::tr("A callback failed: %1. The loop goes on.").arg(text);
    case WarningKind::shutdown_error: return Facts::tr("While the loop was shut down, this failed: %1.").arg(text);
    case WarningKind::loop_error: return Facts::tr("The loop reports: %1.").arg(text);
    case WarningKind::slow_callback:
    case WarningKind::slow_step:
      return Facts::tr("This step kept the loop for %1. Meanwhile nothing else could run.")
          .arg(duration(fromView(facts.string(facts.event().b)).toLongLong()));
    case WarningKind::thread_exception: return Facts::tr("A thread ended with an exception: %1.").arg(text);
    case WarningKind::unraisable: return Facts::tr("An exception could not be raised anywhere: %1.").arg(text);
    case WarningKind::category: break;
  }
  return Facts::tr("Python warns: %1").arg(text);
}

QString deadlock(const Facts& facts) {
  QStringList waits;
  const auto objects = facts.replay().objects_at(facts.now());
  for (const replay::TaskState& task :
       facts.replay().state_at(facts.now(), {.ended_tasks = false, .console_lines = 0}).tasks) {
    if (!task.wait.waits()) continue;
    QString what = facts.wait(task.wait.awaited, task.wait.since);
    const auto owner = task.wait.awaited.owner != 0 ? task.wait.awaited.owner : task.wait.awaited.object;
    const auto object = std::ranges::find(objects, owner, &replay::ObjectState::object);
    if (object != objects.end() && !object->holders.empty()) {
      QStringList holders;
      for (const replay::ObjectId holder : object->holders) holders << facts.task(holder);
      what = Facts::tr("%1, which %2 holds").arg(what, enumeration(holders));
    }
    waits << Facts::tr("%1 waits for %2").arg(facts.task(task.task), what);
    if (waits.size() == 3) break;
  }
  const QString text = Facts::tr("Deadlock: nothing is ready, no timer is set, and nothing can come from outside.");
  return waits.isEmpty() ? text : text + u' ' + enumeration(waits) + u'.';
}

}  // namespace

QString scriptSentence(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  switch (event.kind) {
    case Kind::call:
      if (facts.string(event.b) == kModule) return Facts::tr("The program begins with its first line.");
      if (event.d == 0)
        return Facts::tr("%1 begins.").arg(code(fromView(facts.string(event.b)) + QStringLiteral("()")));
      return Facts::tr("%1 begins, called by %2.")
          .arg(code(fromView(facts.string(event.b)) + QStringLiteral("()")), functionCall(facts, event.d));
    case Kind::line: return line(facts, event.b);
    case Kind::leave:
      if (facts.function(event.a).toStdString() == kModule) {
        return event.c != 0 ? Facts::tr("The program is left by an exception.")
                            : Facts::tr("The program has come to the end of its last line.");
      }
      if (event.c != 0) return Facts::tr("%1 is left by an exception.").arg(capitalized(functionCall(facts, event.a)));
      return Facts::tr("%1 returns %2.").arg(capitalized(functionCall(facts, event.a)), code(facts.string(event.b)));
    case Kind::suspend:
      return Facts::tr("%1 gives %2 to its caller and pauses there.")
          .arg(capitalized(functionCall(facts, event.a)), code(facts.string(event.b)));
    case Kind::resume:
      return event.c != 0
                 ? Facts::tr("An exception is thrown into %1 at line %2.")
                       .arg(functionCall(facts, event.a))
                       .arg(event.b)
                 : Facts::tr("%1 goes on at line %2.").arg(capitalized(functionCall(facts, event.a))).arg(event.b);
    case Kind::variable:
      return event.d != 0 ? Facts::tr("The variable %1 is deleted.").arg(code(facts.string(event.b)))
                          : Facts::tr("The variable %1 is now %2.")
                                .arg(code(facts.string(event.b)), code(facts.string(event.c)));
    case Kind::raise:
      if (facts.string(event.b).starts_with("StopIteration") ||
          facts.string(event.b).starts_with("StopAsyncIteration")) {
        return Facts::tr("%1 at line %2: that is how an iterator says that it has come to its end.")
            .arg(code(facts.string(event.b)))
            .arg(event.c);
      }
      tone = Narration::Tone::warning;
      return Facts::tr("%1 is raised at line %2.").arg(code(facts.string(event.b))).arg(event.c);
    case Kind::caught: return Facts::tr("%1 is caught at line %2.").arg(code(facts.string(event.b))).arg(event.c);
    default: return {};
  }
}

QString textSentence(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  const QString text = code(facts.string(event.a));
  switch (event.kind) {
    case Kind::out:
      if (facts.string(event.a).empty()) return Facts::tr("%1 prints an empty line.").arg(facts.actorFirst());
      return Facts::tr("%1 prints %2").arg(facts.actorFirst(), text);
    case Kind::err: return Facts::tr("%1 writes to stderr: %2").arg(facts.actorFirst(), text);
    case Kind::out_part:
    case Kind::err_part: return Facts::tr("%1 writes %2; the line is not complete yet.").arg(facts.actorFirst(), text);
    case Kind::report: tone = Narration::Tone::warning; return report(facts);
    case Kind::note: return fromView(facts.string(event.a)).toHtmlEscaped();
    case Kind::gauge: return Facts::tr("%1 is now %2.").arg(text).arg(event.b);
    case Kind::warn: tone = Narration::Tone::warning; return warning(facts);
    default: return {};
  }
}

QString endSentence(const Facts& facts, Narration::Tone& tone) {
  const Event& event = facts.event();
  tone = Narration::Tone::ended;
  switch (event.kind) {
    case Kind::main_end:
      if (static_cast<trace::MainEnd>(event.a) == trace::MainEnd::ok)
        return Facts::tr("The program has come to its end.");
      if (static_cast<trace::MainEnd>(event.a) == trace::MainEnd::sysexit) {
        return Facts::tr("The program asks to exit: %1.").arg(code(facts.string(event.b)));
      }
      tone = Narration::Tone::failed;
      return Facts::tr("The program ends with an exception that nobody caught: %1.").arg(code(facts.string(event.b)));
    case Kind::deadlock: tone = Narration::Tone::failed; return deadlock(facts);
    case Kind::limit:
      tone = Narration::Tone::failed;
      return Facts::tr("The run was stopped: %1.").arg(fromView(facts.string(event.b)).toHtmlEscaped());
    default: return Facts::tr("The run is over, after %1.").arg(duration(facts.now().time));
  }
}

}  // namespace loopline::ui
