// Predicting: goes from question to question through the runs that are looked at. While one is asked, what is shown
// knows nothing of what follows: the controller gets a comparison that ends there, so no view can give it away.
#pragma once

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <cstdint>
#include <memory>
#include <optional>

#include "replay/questions.h"
#include "ui_model/comparison.h"

namespace loopline::ui {

class PlaybackController;
class PredictionStore;

struct Prediction {
  int run = 0;
  std::optional<replay::Ask> ask = {};  ///< none: the lesson's own question
  QString text;                         ///< rich text
  QStringList choices;                  ///< plain; may have several lines
  int answer = 0;                       ///< index of the right one
  Position at = {}, revealed = {};      ///< of the whole comparison
  QString why = {};                     ///< rich text, after the answer
  bool revealsAll = false;              ///< it is about the whole run
};

class Predictor : public QObject {
  Q_OBJECT

 public:
  /// What it stops at; flags.
  enum Kind : unsigned { switches = 1, prints = 2, ends = 4, all = 7 };
  enum class Phase : std::uint8_t {
    off,
    looking,   ///< for the next question
    asking,    ///< what follows is hidden
    answered,  ///< and so it still is, after the answer
    nothing,   ///< is left to ask
  };

  /// Both outlive it.
  Predictor(PlaybackController& playback, PredictionStore& store, QObject* parent = nullptr);
  ~Predictor() override;

  Phase phase() const { return m_phase; }
  bool isOn() const { return m_phase != Phase::off; }
  /// While asking and after.
  const Prediction& prediction() const { return m_prediction; }
  int given() const { return m_given; }
  bool wasRight() const { return m_given == m_prediction.answer; }
  /// Rich text: why it is so, in the narrator's words.
  const QString& explanation() const { return m_explanation; }
  unsigned kinds() const { return m_kinds; }
  /// For the score and the history.
  const QString& lesson() const { return m_lesson; }
  void setLesson(const QString& lesson) { m_lesson = lesson; }

 public slots:
  /// From where the playhead is on.
  void start();
  void next();
  void answer(int choice);
  /// Shows everything again, at the same place.
  void stop();
  /// A question of the lesson's author; its `at` is where what is shown ends.
  void askQuiz(const loopline::ui::Prediction& quiz);
  void setKinds(unsigned kinds);

 signals:
  void changed();

 private:
  struct Found;
  void begin();
  void look(Position from);
  void show(std::shared_ptr<const Comparison> known, Position at);
  void reveal(Position until);
  void comparisonChanged();

  PlaybackController& m_playback;
  PredictionStore& m_store;
  Phase m_phase = Phase::off;
  unsigned m_kinds = all;
  QString m_lesson;
  std::shared_ptr<const Comparison> m_whole;  // shared with the session and the jobs
  std::shared_ptr<const Comparison> m_known;  // what the controller has been given
  Position m_reached = {};
  Prediction m_prediction;
  int m_given = -1;
  QString m_explanation;
  QSet<int> m_endsAsked;  // runs; -1: which ends first
  std::uint64_t m_generation = 0;
  QThreadPool m_pool;
};

/// The question in words.
QString questionText(replay::Ask ask);

}  // namespace loopline::ui
