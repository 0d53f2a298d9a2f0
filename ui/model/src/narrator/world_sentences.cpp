// What comes from outside and goes there: requests, processes, mail, signals, each with who set it off and when.
#include <algorithm>

#include "sentences.h"

namespace loopline::ui {

using replay::EventIndex;
using trace::Event;
using trace::Kind;

namespace {

// The event with which something began that ends now; 0: the recording does not have it.
EventIndex beginOf(const Facts& facts, Kind kind) {
  const auto events = facts.replay().timeline().instants(replay::InstantKind::world);
  auto at = std::ranges::lower_bound(events, facts.now().event);
  while (at != events.begin()) {
    const Event event = facts.replay().event(*--at);
    if (event.kind == kind && event.b == facts.event().b) return *at;
  }
  return 0;
}

// Clients of the program's own servers are part of the world: nobody in the program acts when they ask, and what they
// do comes out of a pause.
bool isVisitor(const Facts& facts, EventIndex request) {
  if (request < 2) return false;
  const Event event = facts.replay().event(request);
  const std::string_view text = facts.string(event.a);
  const bool local = text.find("://localhost") != text.npos || text.find("://127.0.0.1") != text.npos;
  return local && event.task == 0 && facts.replay().event(request - 1).time < event.time;
}

// " after 1.5 s"; empty where it took no time.
QString after(const Facts& facts, EventIndex begin) {
  if (begin == 0) return {};
  const std::int64_t took = facts.now().time - facts.replay().time_of(begin);
  return took < 500'000 ? QString() : Facts::tr(", after %1").arg(duration(took));
}

// Who began it: the task, or what ran then.
QString beginner(const Facts& facts, EventIndex begin) {
  const Event event = facts.replay().event(begin);
  return event.task != 0 ? facts.task(event.task) : facts.actorAt(begin);
}

QString request(const Facts& facts) {
  const QString text = code(facts.string(facts.event().a));
  if (isVisitor(facts, facts.now().event)) {
    return Facts::tr("A request comes in from outside: %1. The program's server has to answer it.").arg(text);
  }
  const Event& event = facts.event();
  const QString who = event.task != 0 ? facts.task(event.task) : facts.actorFirst();
  return Facts::tr("%1 sends a request: %2. The answer takes its time.").arg(who, text);
}

// "GET http://…: Connection refused" of a request that came to nothing.
QString failure(const Facts& facts, EventIndex begin) {
  const QString text = fromView(facts.string(facts.event().a));
  const QString asked = begin == 0 ? QString() : fromView(facts.string(facts.replay().event(begin).a));
  const bool tells = !asked.isEmpty() && text.startsWith(asked + QStringLiteral(": "));
  if (!tells) return Facts::tr("The request %1 has failed%2.").arg(code(text), after(facts, begin));
  return Facts::tr("The request %1 has failed%2: %3.")
      .arg(code(asked), after(facts, begin), code(text.mid(asked.size() + 2)));
}

QString answer(const Facts& facts) {
  const Event& event = facts.event();
  const EventIndex begin = beginOf(facts, Kind::request);
  if (event.c == 0) return failure(facts, begin) + facts.putsIntoQueue();
  const QString text = code(facts.string(event.a));
  if (begin != 0 && isVisitor(facts, begin)) {
    return Facts::tr("The answer to %1 goes out with status %2%3.").arg(text).arg(event.c).arg(after(facts, begin));
  }
  QString told =
      Facts::tr("The answer to %1 has come with status %2%3.").arg(text).arg(event.c).arg(after(facts, begin));
  const bool another = begin != 0 && event.task != facts.replay().event(begin).task;
  if (another) told += u' ' + Facts::tr("It was asked for by %1.").arg(beginner(facts, begin));
  return told + facts.putsIntoQueue();
}

QString processEnded(const Facts& facts) {
  const Event& event = facts.event();
  const EventIndex begin = beginOf(facts, Kind::process_started);
  const QString text = code(facts.string(event.a));
  QString told =
      event.c < 0
          ? Facts::tr("The process %1 was ended by signal %2%3.").arg(text).arg(-event.c).arg(after(facts, begin))
          : Facts::tr("The process %1 has ended with status %2%3.").arg(text).arg(event.c).arg(after(facts, begin));
  if (begin != 0) told += u' ' + Facts::tr("It was started by %1.").arg(beginner(facts, begin));
  return told + facts.putsIntoQueue();
}

QString signal(const Facts& facts) {
  const QString text = fromView(facts.string(facts.event().a));
  const qsizetype to = text.indexOf(QStringLiteral(" to "));
  if (to > 0) {
    const QString who = facts.event().task != 0 ? facts.task(facts.event().task) : facts.actorFirst();
    return Facts::tr("%1 sends the signal %2 to the process %3.").arg(who, code(text.left(to)), code(text.mid(to + 4)));
  }
  if (text == QStringLiteral("SIGINT")) {
    return Facts::tr("The signal %1 arrives, as if somebody pressed Ctrl-C: every request has been answered.")
        .arg(code(text));
  }
  return Facts::tr("The signal %1 arrives.").arg(code(text));
}

QString interrupt(const Facts& facts) {
  const QString text = code(facts.string(facts.event().a));
  if (facts.string(facts.event().a) == "SIGINT") {
    return Facts::tr("Somebody presses Ctrl-C: the signal %1 arrives.").arg(text);
  }
  return Facts::tr("The signal %1 arrives from outside.").arg(text);
}

}  // namespace

QString worldSentence(const Facts& facts) {
  const Event& event = facts.event();
  const auto who = [&] { return event.task != 0 ? facts.task(event.task) : facts.actorFirst(); };
  const QString text = code(facts.string(event.a));
  switch (event.kind) {
    case Kind::request: return request(facts);
    case Kind::answer: return answer(facts);
    case Kind::process_started:
      return Facts::tr("%1 starts the process %2, which runs beside the program.").arg(who(), text);
    case Kind::process_ended: return processEnded(facts);
    case Kind::mail: return Facts::tr("%1 has handed a mail to the server: %2.").arg(who(), text);
    case Kind::signal: return signal(facts);
    case Kind::interrupt: return interrupt(facts);
    default: return Facts::tr("Something happens that this version has no words for.");
  }
}

}  // namespace loopline::ui
