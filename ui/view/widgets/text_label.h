// A label for wrapped rich text that changes with every step. A plain QLabel lays its text out a dozen times for each
// change, once for every question of every layout around it; this one answers from what it knows.
#pragma once

#include <QLabel>

namespace loopline::ui {

class TextLabel : public QLabel {
  Q_OBJECT

 public:
  explicit TextLabel(QWidget* parent = nullptr);
  TextLabel(const QString& text, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  mutable QString m_text;  // what the heights are of
  mutable int m_width = -1, m_height = 0;
};

}  // namespace loopline::ui
