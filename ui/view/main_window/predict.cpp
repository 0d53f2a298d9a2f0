#include <algorithm>
#include <array>

#include "code/code_area.h"
#include "inspector/inspector.h"
#include "lessons/check.h"
#include "lessons/prose.h"
#include "main_window/banner.h"
#include "main_window/parts.h"
#include "predict/history_dialog.h"
#include "replay/questions.h"

namespace loopline::ui {

using lessons::About;
using replay::Ask;

namespace {

Ask askOf(About about) {
  switch (about) {
    case About::first_print: return Ask::first_print;
    case About::print_order: return Ask::print_order;
    case About::next_task: return Ask::next_task;
    case About::end_time: return Ask::end_time;
    case About::last_print: return Ask::last_print;
  }
  return Ask::first_print;
}

QStringList toStrings(const std::vector<std::string>& texts) {
  QStringList list;
  for (const std::string& text : texts) list << QString::fromStdString(text);
  return list;
}

}  // namespace

// Asks the first question, or the next one.
void MainWindow::Parts::predict() {
  m_predictor.phase() == Predictor::Phase::answered ? m_predictor.next() : m_predictor.start();
}

void MainWindow::Parts::predictorChanged() {
  const bool asking = m_predictor.phase() == Predictor::Phase::asking;
  const std::optional<Ask> ask = m_predictor.prediction().ask;
  m_inspector->setAsking(m_predictor.isOn(), asking && (!ask || *ask == Ask::next_task));
  m_code->setEndsShown(!m_predictor.isOn());
  m_exportAction->setEnabled(!m_predictor.isOn() && m_playback.comparison() != nullptr);
  showStates();
}

void MainWindow::Parts::showHistory() {
  const auto titleOf = [this](const std::string& path) {
    const lessons::Lesson* lesson = m_catalogue.find(path);
    return lesson != nullptr ? QString::fromStdString(lesson->title) : QString();
  };
  HistoryDialog dialog(m_predictions, m_session.path(), titleOf, &m_window);
  dialog.exec();
}

// Of a quiz as its run tells it; none: it has no answer, or (`mustRun`) its scenario has not run yet.
std::optional<lessons::QuizAnswer> MainWindow::Parts::answerOf(const lessons::Quiz& quiz, bool& mustRun) const {
  const lessons::Lesson* lesson = m_session.lesson();
  mustRun = false;
  return lessons::answer_of(*lesson, quiz, [&](About about, const lessons::Scenario& scenario) {
    const auto index = static_cast<std::size_t>(&scenario - lesson->scenarios.data());
    const std::shared_ptr<const replay::Replay>& replay = m_session.scenarios()[index].replay;
    mustRun = !replay;
    std::optional<lessons::QuizAnswer> answer;
    if (!replay) return answer;
    if (const std::optional<replay::Question> question = replay::question(*replay, askOf(about), {})) {
      answer = lessons::QuizAnswer{question->choices, question->choices[question->answer]};
    }
    return answer;
  });
}

void MainWindow::Parts::openQuiz(int number) {
  const lessons::Lesson* lesson = m_session.lesson();
  if (lesson == nullptr || number < 0 || number >= static_cast<int>(lesson->quizzes.size())) return;
  const lessons::Quiz& quiz = lesson->quizzes[static_cast<std::size_t>(number)];
  bool mustRun = false;
  const std::optional<lessons::QuizAnswer> answer = answerOf(quiz, mustRun);
  if (!answer && mustRun) {  // the answer is in a run that is not there yet
    m_pendingQuiz = number;
    m_session.showByName(QString::fromStdString(lessons::scenario_of(*lesson, quiz)->name.text));
    return;
  }
  if (!answer) return m_banner->say(tr("This question has no answer in the run."), Banner::Tone::note);
  const auto right = std::ranges::find(answer->choices, answer->answer);
  m_predictor.stop();
  const lessons::Scenario* scenario = lessons::scenario_of(*lesson, quiz);
  const std::vector<std::size_t>& runs = m_session.runScenarios();
  const auto run = scenario == nullptr
                       ? runs.end()
                       : std::ranges::find(runs, static_cast<std::size_t>(scenario - lesson->scenarios.data()));
  Prediction prediction{.run = run == runs.end() ? 0 : static_cast<int>(run - runs.begin()),
                        .text = QString::fromStdString(lessons::render_inline(quiz.ask.text)),
                        .choices = toStrings(answer->choices),
                        .answer = static_cast<int>(right - answer->choices.begin()),
                        .why = QString::fromStdString(lessons::render_inline(quiz.why)),
                        .revealsAll = true};
  // What the trace answers is asked before anything has happened; else what is seen now stays.
  if (m_playback.comparison()) {
    prediction.at = quiz.about ? m_playback.comparison()->start() : m_playback.position();
    m_predictor.askQuiz(prediction);
  }
}

}  // namespace loopline::ui
