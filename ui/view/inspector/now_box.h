// The sentence of the step, and what the other runs are doing meanwhile.
#pragma once

#include <QFrame>

class QLabel;

namespace loopline::ui {

struct Narration;

class NowBox : public QFrame {
  Q_OBJECT

 public:
  explicit NowBox(QWidget* parent = nullptr);

  /// "Step 21 of 34 · turn 4 · t = 1.000 s" and the sentence. The accessible name changes with it, which is how screen
  /// readers come to speak it.
  void tell(const QString& step, const QString& place, const Narration& narration);
  QString sentence() const { return m_plain; }

 private:
  QLabel* m_step;
  QLabel* m_sentence;
  QString m_plain;
};

}  // namespace loopline::ui
