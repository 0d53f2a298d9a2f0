#include <algorithm>
#include <array>

#include "lessons/check.h"
#include "lessons/prose.h"
#include "main_window/banner.h"
#include "main_window/parts.h"
#include "predict/quiz_dialog.h"
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

QString wording(Ask ask) {
  switch (ask) {
    case Ask::next_task: return MainWindow::tr("Which task runs next?");
    case Ask::next_print: return MainWindow::tr("Which line is printed next?");
    case Ask::end_time: return MainWindow::tr("When does the program end?");
    case Ask::first_print: return MainWindow::tr("Which line is printed first?");
    case Ask::last_print: return MainWindow::tr("Which line is printed last?");
    case Ask::print_order: return MainWindow::tr("In which order are the lines printed?");
    case Ask::first_to_end: return MainWindow::tr("Which program ends first?");
  }
  return {};
}

QStringList toStrings(const std::vector<std::string>& texts) {
  QStringList list;
  for (const std::string& text : texts) list << QString::fromStdString(text);
  return list;
}

}  // namespace

// Goes on to the next moment at which something is worth asking, in the run that is looked at.
void MainWindow::Parts::predict() {
  if (!m_playback.comparison()) return;
  m_playback.pause();
  const int run = m_playback.focusRun();
  const replay::Replay& replay = m_playback.comparison()->replay(run);
  std::optional<replay::Question> nearest;
  for (const Ask ask : {Ask::next_print, Ask::next_task}) {
    const std::optional<replay::Question> question = replay::next_question(replay, ask, m_playback.moment(run));
    if (question && (!nearest || question->at < nearest->at)) nearest = question;
  }
  if (!nearest) {
    m_banner->say(tr("Nothing is left to predict from here. Go back, or choose another run."), Banner::Tone::note);
    return;
  }
  m_playback.pinFocus(run);
  m_playback.setPosition(m_playback.comparison()->positionOf(run, nearest->at));
  QString title = wording(nearest->ask);
  if (m_playback.runCount() > 1) {
    title = m_playback.comparison()->runs()[static_cast<std::size_t>(run)].title.toHtmlEscaped() +
            QStringLiteral(": ") + title;
  }
  QuizDialog dialog({.ask = title,
                     .choices = toStrings(nearest->choices),
                     .answer = static_cast<int>(nearest->answer),
                     .why = {},
                     .deed = tr("Show it")},
                    &m_window);
  dialog.exec();
  if (dialog.deedWanted()) m_playback.setPosition(m_playback.comparison()->positionOf(run, nearest->revealed));
}

void MainWindow::Parts::openQuiz(int number) {
  const lessons::Lesson* lesson = m_session.lesson();
  if (lesson == nullptr || number < 0 || number >= static_cast<int>(lesson->quizzes.size())) return;
  const lessons::Quiz& quiz = lesson->quizzes[static_cast<std::size_t>(number)];
  bool mustRun = false;
  const auto ask = [&](About about, const lessons::Scenario& scenario) -> std::optional<lessons::QuizAnswer> {
    const auto index = static_cast<std::size_t>(&scenario - lesson->scenarios.data());
    const std::shared_ptr<const replay::Replay>& replay = m_session.scenarios()[index].replay;
    mustRun = !replay;
    if (!replay) return std::nullopt;
    const std::optional<replay::Question> question = replay::question(*replay, askOf(about), {});
    if (!question) return std::nullopt;
    return lessons::QuizAnswer{question->choices, question->choices[question->answer]};
  };
  const std::optional<lessons::QuizAnswer> answer = lessons::answer_of(*lesson, quiz, ask);
  if (!answer && mustRun) {  // the answer is in a run that is not there yet
    m_pendingQuiz = number;
    m_session.showByName(QString::fromStdString(lessons::scenario_of(*lesson, quiz)->name.text));
    return;
  }
  if (!answer) return m_banner->say(tr("This question has no answer in the run."), Banner::Tone::note);
  const auto right = std::ranges::find(answer->choices, answer->answer);
  QuizDialog dialog({.ask = QString::fromStdString(lessons::render_inline(quiz.ask.text)),
                     .choices = toStrings(answer->choices),
                     .answer = static_cast<int>(right - answer->choices.begin()),
                     .why = QString::fromStdString(lessons::render_inline(quiz.why)),
                     .deed = {}},
                    &m_window);
  dialog.exec();
}

}  // namespace loopline::ui
