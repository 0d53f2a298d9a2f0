// The whole run in one strip: a bar a stop, as high as much happens there; prints and cues as marks; what is past in a
// stronger colour. Clicking and dragging go there.
#pragma once

#include <QAbstractSlider>
#include <vector>

namespace loopline::ui {

class PlaybackController;
struct Theme;

class Scrubber : public QAbstractSlider {
  Q_OBJECT

 public:
  /// The controller outlives the scrubber.
  explicit Scrubber(PlaybackController& playback, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void follow();
  void measure();
  void markStops();
  double fractionOf(std::size_t stop) const;
  void goTo(double x);

  PlaybackController& m_playback;
  const Theme* m_theme = nullptr;
  std::vector<float> m_bars;  // 0 to 1, over the width
  std::vector<double> m_prints, m_cues;
};

}  // namespace loopline::ui
