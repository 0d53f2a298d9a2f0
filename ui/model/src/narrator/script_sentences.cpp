#include "sentences.h"

namespace loopline::ui {

using trace::Event;
using trace::Kind;
using trace::WarningKind;

namespace {

constexpr std::string_view kModule = "<module>";

QString functionCall(const Facts& facts, std::int64_t frame) {
  const QString name = facts.function(frame);
  return name.isEmpty() ? Facts::tr("a function")
                        : code(name.contains(u'(') || name.contains(u'<') ? name : name + QStringLiteral("()"));
}

QString line(const Facts& facts, std::int64_t number) {
  const QString source = facts.sourceLine(number);
  if (source.isEmpty()) return Facts::tr("%1 comes to line %2.").arg(facts.actorFirst()).arg(number);
  return Facts::tr("%1 comes to line %2: %3").arg(facts.actorFirst()).arg(number).arg(code(source));
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
  for (const replay::TaskState& task :
       facts.replay().state_at(facts.now(), {.ended_tasks = false, .console_lines = 0}).tasks) {
    if (!task.wait.waits()) continue;
    waits << Facts::tr("%1 waits for %2")
                 .arg(facts.task(task.task), code(QString::fromStdString(facts.replay().describe(task.wait))));
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
      if (event.c != 0) return Facts::tr("%1 is left by an exception.").arg(functionCall(facts, event.a));
      return Facts::tr("%1 returns %2.").arg(functionCall(facts, event.a), code(facts.string(event.b)));
    case Kind::suspend:
      return Facts::tr("%1 gives %2 to its caller and pauses there.")
          .arg(functionCall(facts, event.a), code(facts.string(event.b)));
    case Kind::resume:
      return event.c != 0 ? Facts::tr("An exception is thrown into %1 at line %2.")
                                .arg(functionCall(facts, event.a))
                                .arg(event.b)
                          : Facts::tr("%1 goes on at line %2.").arg(functionCall(facts, event.a)).arg(event.b);
    case Kind::variable:
      return event.d != 0 ? Facts::tr("The variable %1 is deleted.").arg(code(facts.string(event.b)))
                          : Facts::tr("The variable %1 is now %2.")
                                .arg(code(facts.string(event.b)), code(facts.string(event.c)));
    case Kind::raise:
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
    case Kind::out: return Facts::tr("%1 prints %2").arg(facts.actorFirst(), text);
    case Kind::err: return Facts::tr("%1 writes to stderr: %2").arg(facts.actorFirst(), text);
    case Kind::out_part:
    case Kind::err_part: return Facts::tr("%1 writes %2; the line is not complete yet.").arg(facts.actorFirst(), text);
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
      return Facts::tr("The run was stopped: %1").arg(fromView(facts.string(event.b)).toHtmlEscaped());
    default: return Facts::tr("The run is over, after %1.").arg(duration(facts.now().time));
  }
}

QString worldSentence(const Facts& facts) {
  const Event& event = facts.event();
  const QString text = code(facts.string(event.a));
  switch (event.kind) {
    case Kind::request: return Facts::tr("%1 sends a request: %2.").arg(facts.actorFirst(), text);
    case Kind::answer: return Facts::tr("The answer to %1 has come: %2.").arg(text).arg(event.c);
    case Kind::process_started: return Facts::tr("The process %1 is started.").arg(text);
    case Kind::process_ended: return Facts::tr("The process %1 has ended with status %2.").arg(text).arg(event.c);
    case Kind::mail: return Facts::tr("A mail is sent: %1.").arg(text);
    case Kind::signal: return Facts::tr("The signal %1 arrives.").arg(text);
    case Kind::interrupt: return Facts::tr("An interrupt arrives: %1.").arg(text);
    default: return Facts::tr("Something happens that this version has no words for.");
  }
}

}  // namespace loopline::ui
