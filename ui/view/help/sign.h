// The signs of the timeline, each by itself, as the help page explains them.
#pragma once

#include <QString>
#include <QWidget>
#include <cstdint>
#include <vector>

namespace loopline::ui {

struct Theme;

enum class Sign : std::uint8_t {
  running,
  ready,
  waiting,
  late,
  blocking,
  idle,
  turn,
  done,
  raised,
  cancelled,
  print,
  callback,
  cancelRequest,
  warning,
  created,
  awaits,
  playhead,
  bookmark,
};

struct SignText {
  Sign sign;
  QString text;
};
/// All of them, in the order of the page.
std::vector<SignText> signTexts();

class SignView : public QWidget {
  Q_OBJECT

 public:
  /// The theme outlives it.
  SignView(Sign sign, const Theme& theme, QWidget* parent = nullptr);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Sign m_sign;
  const Theme& m_theme;
};

}  // namespace loopline::ui
