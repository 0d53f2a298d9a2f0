// A label for wrapped rich text that changes with every step. A plain QLabel lays its text out a dozen times for each
// change, once for every question of every layout around it; this one answers from what it knows.
#pragma once

#include <QLabel>
#include <array>

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
  struct Height {
    int width = -1, height = 0;
  };
  mutable QString m_text;                   // what the heights are of
  mutable std::array<Height, 4> m_heights;  // the newest first: layouts ask for several widths in turn
};

}  // namespace loopline::ui
