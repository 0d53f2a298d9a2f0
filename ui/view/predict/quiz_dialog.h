// One question with its choices; after the answer, whether it was right and why.
#pragma once

#include <QDialog>
#include <QStringList>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace loopline::ui {

struct QuizText {
  QString ask;          ///< rich text
  QStringList choices;  ///< plain; may have several lines
  int answer = 0;
  QString why;   ///< rich text, shown after the answer; may be empty
  QString deed;  ///< a button after the answer, "Show it"; empty: none
};

class QuizDialog : public QDialog {
  Q_OBJECT

 public:
  QuizDialog(const QuizText& quiz, QWidget* parent);

  bool wasRight() const { return m_right; }
  bool deedWanted() const { return m_deedWanted; }

 private:
  void check();

  QuizText m_quiz;
  QButtonGroup* m_choices;
  QLabel* m_verdict;
  QPushButton* m_check;
  QPushButton* m_deed;
  bool m_right = false;
  bool m_deedWanted = false;
};

}  // namespace loopline::ui
