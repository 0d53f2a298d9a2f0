#include "ui_model/predictor.h"

#include <QDateTime>
#include <QMetaObject>
#include <QTextDocumentFragment>
#include <utility>

#include "questions.h"
#include "ui_model/playhead.h"
#include "ui_model/prediction_store.h"

namespace loopline::ui {

namespace {

std::string askName(const std::optional<replay::Ask>& ask) {
  if (!ask) return "quiz";
  switch (*ask) {
    case replay::Ask::next_task: return "next-task";
    case replay::Ask::next_print: return "next-print";
    case replay::Ask::end_time: return "end-time";
    case replay::Ask::first_print: return "first-print";
    case replay::Ask::last_print: return "last-print";
    case replay::Ask::print_order: return "print-order";
    case replay::Ask::first_to_end: return "first-to-end";
  }
  return "quiz";
}

}  // namespace

/// What a job brings home.
struct Predictor::Found {
  std::optional<Prediction> prediction;
  std::shared_ptr<const Comparison> known;
};

Predictor::Predictor(PlaybackController& playback, PredictionStore& store, QObject* parent)
    : QObject(parent), m_playback(playback), m_store(store) {
  m_pool.setMaxThreadCount(1);
  connect(&playback, &PlaybackController::comparisonChanged, this, &Predictor::comparisonChanged);
}

Predictor::~Predictor() { m_pool.waitForDone(); }

// Another lesson, or another run of this one: what was asked about is gone.
void Predictor::comparisonChanged() {
  if (m_phase == Phase::off || m_playback.comparison() == m_known || m_playback.comparison() == m_whole) return;
  ++m_generation;
  m_phase = Phase::off;
  m_whole.reset();
  m_known.reset();
  emit changed();
}

void Predictor::begin() {
  if (m_phase != Phase::off) return;
  m_whole = m_playback.comparison();
  m_known.reset();
  m_endsAsked.clear();
  m_reached = m_playback.position();
}

void Predictor::start() {
  if (!m_playback.comparison()) return;
  m_playback.pause();
  if (m_phase == Phase::asking) return;
  begin();
  // From the end there is nothing to tell: from the start again.
  if (m_reached >= m_whole->end()) m_reached = m_whole->start();
  look(m_reached);
}

void Predictor::next() {
  if (m_phase == Phase::answered) look(m_reached);
}

void Predictor::look(Position from) {
  m_phase = Phase::looking;
  emit changed();
  const std::uint64_t generation = ++m_generation;
  m_pool.start([this, generation, from, whole = m_whole, kinds = m_kinds, asked = m_endsAsked] {
    auto found = std::make_shared<Found>();
    found->prediction = nextPrediction(*whole, from, kinds, asked);
    if (found->prediction) found->known = knownAt(*whole, found->prediction->at);
    QMetaObject::invokeMethod(this, [this, generation, found] {
      if (generation != m_generation) return;
      if (!found->prediction || !found->known) {
        m_phase = Phase::nothing;
        emit changed();
        return;
      }
      m_prediction = *found->prediction;
      m_given = -1;
      m_explanation.clear();
      m_phase = Phase::asking;
      if (m_prediction.ask == replay::Ask::first_to_end) m_endsAsked << -1;
      if (m_prediction.ask == replay::Ask::end_time) m_endsAsked << m_prediction.run;
      show(found->known, m_prediction.at);
      emit changed();
    });
  });
}

void Predictor::show(std::shared_ptr<const Comparison> known, Position at) {
  m_known = std::move(known);
  const int run = m_prediction.run;
  m_playback.setComparison(m_known, m_known->positionOf(run, m_whole->momentOf(run, at)));
  m_playback.pinFocus(run);
}

void Predictor::answer(int choice) {
  if (m_phase != Phase::asking || choice < 0 || choice >= m_prediction.choices.size()) return;
  m_given = choice;
  m_explanation = explanationOf(*m_whole, m_prediction);
  m_phase = Phase::answered;
  m_store.add({.when = QDateTime::currentSecsSinceEpoch(),
               .lesson = m_lesson.toStdString(),
               .scenario = m_whole->runs()[static_cast<std::size_t>(m_prediction.run)].name.toStdString(),
               .ask = askName(m_prediction.ask),
               .question = QTextDocumentFragment::fromHtml(m_prediction.text).toPlainText().toStdString(),
               .given = m_prediction.choices[choice].toStdString(),
               .right = m_prediction.choices.value(m_prediction.answer).toStdString(),
               .correct = wasRight()});
  // What is about the whole run is told, not shown: the next question is about what comes in between.
  if (!m_prediction.revealsAll) reveal(m_prediction.revealed);
  emit changed();
}

// As much as the answer shows, and no more.
void Predictor::reveal(Position until) {
  m_reached = until;
  const std::uint64_t generation = ++m_generation;
  m_pool.start([this, generation, until, whole = m_whole] {
    std::shared_ptr<const Comparison> known = knownAt(*whole, until);
    QMetaObject::invokeMethod(this, [this, generation, until, known = std::move(known)] {
      if (generation != m_generation || !known) return;
      show(known, until);
      emit changed();
    });
  });
}

void Predictor::stop() {
  if (m_phase == Phase::off) return;
  ++m_generation;
  const bool allTold = m_phase == Phase::answered && m_prediction.revealsAll;
  m_phase = Phase::off;
  const int run = m_prediction.run;
  Position at = m_reached;
  if (m_known && !allTold) at = m_whole->positionOf(run, m_playback.moment(run));
  m_known.reset();
  m_playback.setComparison(std::exchange(m_whole, nullptr), at);
  emit changed();
}

void Predictor::askQuiz(const Prediction& quiz) {
  if (!m_playback.comparison()) return;
  m_playback.pause();
  begin();
  m_prediction = quiz;
  m_given = -1;
  m_explanation.clear();
  m_phase = Phase::asking;
  const std::uint64_t generation = ++m_generation;
  emit changed();
  m_pool.start([this, generation, at = quiz.at, whole = m_whole] {
    std::shared_ptr<const Comparison> known = knownAt(*whole, at);
    QMetaObject::invokeMethod(this, [this, generation, at, known = std::move(known)] {
      if (generation != m_generation || !known) return;
      show(known, at);
      emit changed();
    });
  });
}

void Predictor::setKinds(unsigned kinds) {
  if (kinds == m_kinds || (kinds & all) == 0) return;
  m_kinds = kinds & all;
  if (m_phase == Phase::nothing || m_phase == Phase::asking) return look(m_reached);
  emit changed();
}

}  // namespace loopline::ui
