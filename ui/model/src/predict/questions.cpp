#include "questions.h"

#include <QCoreApplication>
#include <algorithm>

#include "replay/cut.h"
#include "ui_model/greenlets.h"
#include "ui_model/lane_names.h"
#include "ui_model/narrator.h"
#include "ui_model/time_text.h"

namespace loopline::ui {

using replay::Ask;

namespace {

QString predictText(const char* text) { return QCoreApplication::translate("loopline::ui::Predictor", text); }

QStringList toStrings(const std::vector<std::string>& texts) {
  QStringList list;
  for (const std::string& text : texts) list << QString::fromStdString(text);
  return list;
}

// The main greenlet goes by its thread's name in the recording, which nobody has seen.
QStringList choicesOf(const Comparison& comparison, int run, const replay::Question& question) {
  QStringList choices = toStrings(question.choices);
  if (!question.greenlets) return choices;
  const replay::Replay& replay = comparison.replay(run);
  const std::span<const replay::Lane> lanes = replay.timeline().lanes();
  for (replay::LaneIndex lane = 0; lane < lanes.size(); ++lane) {
    if (lanes[lane].parent != replay::kNoLane || !isGreenlet(replay, lane)) continue;
    const qsizetype at =
        choices.indexOf(QString::fromUtf8(lanes[lane].name.data(), qsizetype(lanes[lane].name.size())));
    if (at >= 0) choices[at] = greenletName(replay, lane);
  }
  return choices;
}

QString withRun(const Comparison& comparison, int run, const QString& text) {
  if (comparison.runCount() < 2) return text;
  return QStringLiteral("<b>%1</b><br>%2").arg(runTitle(comparison, run).toHtmlEscaped(), text);
}

Prediction predictionOf(const Comparison& comparison, int run, const replay::Question& question) {
  return {.run = run,
          .ask = question.ask,
          .text = withRun(comparison, run,
                          question.greenlets
                              ? predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "Which greenlet runs next?"))
                              : questionText(question.ask)),
          .choices = choicesOf(comparison, run, question),
          .answer = static_cast<int>(question.answer),
          .at = comparison.positionOf(run, question.at),
          .revealed = comparison.positionOf(run, question.revealed)};
}

// Which of two ends first, then when each ends; each is asked once.
std::optional<Prediction> askEnds(const Comparison& comparison, Position from, const QSet<int>& asked) {
  const auto name = [&](int run) { return runTitle(comparison, run).toStdString(); };
  if (comparison.runCount() == 2 && !asked.contains(-1)) {
    const auto question = replay::which_ends_first(
        comparison.replay(0), comparison.replay(1), name(0), name(1),
        predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "They end together")).toStdString());
    const bool open =
        comparison.momentOf(0, from) < comparison.endOf(0) && comparison.momentOf(1, from) < comparison.endOf(1);
    if (question && open) {
      Prediction prediction = predictionOf(comparison, 0, *question);
      prediction.text = questionText(Ask::first_to_end);
      prediction.at = from;
      prediction.revealed = comparison.end();
      prediction.revealsAll = true;
      return prediction;
    }
  }
  for (int run = 0; run < comparison.runCount(); ++run) {
    if (asked.contains(run) || asked.contains(-1)) continue;
    const auto question = replay::question(comparison.replay(run), Ask::end_time, comparison.momentOf(run, from));
    if (!question) continue;
    Prediction prediction = predictionOf(comparison, run, *question);
    prediction.at = from;
    prediction.revealsAll = true;
    return prediction;
  }
  return std::nullopt;
}

}  // namespace

QString questionText(Ask ask) {
  switch (ask) {
    case Ask::next_task: return predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "Who runs next?"));
    case Ask::next_print: return predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "What is printed next?"));
    case Ask::end_time: return predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "When does the program end?"));
    case Ask::first_print:
      return predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "Which line is printed first?"));
    case Ask::last_print:
      return predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "Which line is printed last?"));
    case Ask::print_order:
      return predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "In which order are the lines printed?"));
    case Ask::first_to_end:
      return predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "Which of the two ends first?"));
  }
  return {};
}

std::optional<Prediction> nextPrediction(const Comparison& comparison, Position from, unsigned kinds,
                                         const QSet<int>& endsAsked) {
  if ((kinds & Predictor::ends) != 0) {
    if (auto prediction = askEnds(comparison, from, endsAsked)) return prediction;
  }
  std::optional<Prediction> nearest;
  for (int run = 0; run < comparison.runCount(); ++run) {
    for (const auto& [kind, ask] :
         {std::pair{Predictor::switches, Ask::next_task}, {Predictor::prints, Ask::next_print}}) {
      if ((kinds & kind) == 0) continue;
      const auto question = replay::next_question(comparison.replay(run), ask, comparison.momentOf(run, from));
      if (!question || question->revealed > comparison.endOf(run)) continue;
      Prediction prediction = predictionOf(comparison, run, *question);
      prediction.at = std::max(prediction.at, from);
      if (!nearest || prediction.at < nearest->at) nearest = std::move(prediction);
    }
  }
  return nearest;
}

std::shared_ptr<const Comparison> knownAt(const Comparison& comparison, Position position) {
  std::vector<ComparedRun> runs;
  for (int run = 0; run < comparison.runCount(); ++run) {
    const ComparedRun& whole = comparison.runs()[static_cast<std::size_t>(run)];
    trace::Result<replay::Replay> known = replay::known_at(*whole.replay, comparison.momentOf(run, position).event);
    if (!known) return nullptr;
    runs.push_back({.name = whole.name,
                    .title = whole.title,
                    .replay = std::make_shared<const replay::Replay>(std::move(known).value()),
                    .cueLines = whole.cueLines,
                    .cut = true});
  }
  return std::make_shared<const Comparison>(std::move(runs), comparison.ownWork());
}

QString explanationOf(const Comparison& comparison, const Prediction& prediction) {
  if (!prediction.ask) return prediction.why;
  const replay::Replay& replay = comparison.replay(prediction.run);
  const replay::Moment revealed = comparison.momentOf(prediction.run, prediction.revealed);
  const QString there = narrate(replay, revealed).html;
  switch (*prediction.ask) {
    case Ask::next_print:
    case Ask::first_print:
    case Ask::last_print: {
      // The turn in which it is printed says why it comes now.
      const auto step = replay.previous_step(revealed.event);
      return step ? narrate(replay, replay.after(*step)).html + QStringLiteral("<br>") + there : there;
    }
    case Ask::end_time: {
      const auto step = replay.previous_step(revealed.event);
      const QString ends = predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "It ends at %1."))
                               .arg(timeText(comparison.endOf(prediction.run).time));
      return step ? ends + QStringLiteral("<br>") + narrate(replay, replay.after(*step)).html : ends;
    }
    case Ask::first_to_end: {
      QStringList ends;
      for (int run = 0; run < comparison.runCount(); ++run) {
        ends << predictText(QT_TRANSLATE_NOOP("loopline::ui::Predictor", "%1 ends at %2."))
                    .arg(runTitle(comparison, run).toHtmlEscaped(), timeText(comparison.endOf(run).time));
      }
      return ends.join(QStringLiteral("<br>"));
    }
    default: return there;
  }
}

}  // namespace loopline::ui
