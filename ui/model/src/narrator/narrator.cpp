#include "ui_model/narrator.h"

#include "facts.h"
#include "sentences.h"

namespace loopline::ui {

using trace::Kind;

namespace {

QString sentenceOf(const Facts& facts, Narration::Tone& tone) {
  const Kind kind = facts.event().kind;
  if (kind <= Kind::select) return loopSentence(facts, tone);
  if (kind <= Kind::timer_cancelled) return handleSentence(facts);
  if (kind <= Kind::cancel_requested) return taskSentence(facts, tone);
  if (kind <= Kind::future_done) return objectSentence(facts);
  if (kind <= Kind::block_end) return threadSentence(facts, tone);
  if (kind <= Kind::report) return textSentence(facts, tone);
  if (kind <= Kind::caught) return scriptSentence(facts, tone);
  if (kind <= Kind::end) return endSentence(facts, tone);
  return worldSentence(facts);
}

QString withoutMarkup(QString html) {
  html.replace(QStringLiteral("<br>"), QStringLiteral("\n"));
  QString text;
  text.reserve(html.size());
  bool inTag = false;
  for (const QChar c : html) {
    if (c == u'<') inTag = true;
    if (!inTag) text += c;
    if (c == u'>') inTag = false;
  }
  return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
      .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
      .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
      .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

bool isBetween(const replay::Replay& replay, replay::Moment moment) {
  // A person sees milliseconds: less than that after an event is the event itself.
  return moment.time - replay.time_of(moment.event) >= 500'000;
}

}  // namespace

Narration narrate(const replay::Replay& replay, replay::Moment moment) {
  const Facts facts(replay, moment);
  Narration narration;
  if (moment.event == 0) {
    narration.html = QCoreApplication::translate("loopline::ui::Narrator",
                                                 "Nothing has happened yet. Press → to take the first step.");
  } else if (isBetween(replay, moment)) {
    narration.html = betweenSentence(facts, narration.tone);
  } else {
    narration.html = sentenceOf(facts, narration.tone);
  }
  narration.plain = withoutMarkup(narration.html);
  return narration;
}

QString placeText(const replay::Replay& replay, replay::Moment moment) {
  const Facts facts(replay, moment);
  const std::uint64_t turn = moment.event == 0 ? 0 : facts.turnAt(moment.event);
  if (turn == 0) return QCoreApplication::translate("loopline::ui::Narrator", "t = %1").arg(seconds(moment.time));
  return QCoreApplication::translate("loopline::ui::Narrator", "turn %1 · t = %2").arg(turn).arg(seconds(moment.time));
}

}  // namespace loopline::ui
