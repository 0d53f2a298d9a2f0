// One line of plain text that ends in dots where it is too narrow; its tip has the whole then.
#pragma once

#include <QLabel>

namespace loopline::ui {

class ElidedLabel : public QLabel {
 public:
  explicit ElidedLabel(QWidget* parent = nullptr) : QLabel(parent) { setTextFormat(Qt::PlainText); }

  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  bool isCut() const;
};

}  // namespace loopline::ui
