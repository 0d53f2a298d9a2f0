// The drawn timeline: a QCustomPlot that holds the range in view and paints one plottable, and above it a transparent
// child for what changes at every step.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "timeline/hit.h"
#include "timeline/scene.h"

class QCustomPlot;
class QScrollBar;

namespace loopline::ui {
class PlaybackController;
}

namespace loopline::ui::timeline {

class Overlay;

class Canvas : public QWidget {
  Q_OBJECT

 public:
  explicit Canvas(PlaybackController& controller, QWidget* parent = nullptr);
  ~Canvas() override;

  /// Takes the controller's comparison; the range in view stays where it is a newer run of the same kind.
  void showComparison();
  void setAxis(Axis axis);
  void setTheme(ThemeKind kind);
  void setCountersShown(bool shown);

  Axis axis() const { return m_axis; }
  ThemeKind theme() const { return m_theme; }
  bool showsCounters() const { return m_counters; }
  double viewBegin() const { return m_x0; }
  double viewEnd() const { return m_x1; }

  void zoom(double factor, std::optional<double> aroundPixel = {});
  void fit();
  void setRange(double x0, double x1);
  void zoomToSelection();
  void reveal(Position position);
  void moveSelection(int lanes);

  bool isEmpty() const { return !m_scale; }
  /// Only while there is something to show.
  Scene scene() const;
  Position playhead() const;
  const Hit& hovered() const { return m_hovered; }
  bool isDraggingPlayhead() const { return m_drag == Drag::playhead; }

 signals:
  void rangeChanged(double x0, double x1);
  void contextMenuRequested(const QPoint& global);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Drag : std::uint8_t { none, pressed, pan, playhead };

  void relayout();
  void repaintAll();
  void scrollTo(double y);
  void revealRow(const LaneRow& row);
  double bottomHeight() const;
  bool isOnPlayhead(const QPointF& point) const;
  void dragPlayhead(double pixel);
  void press(const QMouseEvent& event);
  void move(const QMouseEvent& event);
  void release(const QMouseEvent& event);
  void doubleClick(const QMouseEvent& event);
  void wheel(const QWheelEvent& event);
  bool showTip(const QPoint& point, const QPoint& global);
  void hover(const QPointF& point);
  void click(const QPointF& point);
  double wholeEnd() const;

  PlaybackController& m_controller;
  QCustomPlot* m_plot = nullptr;
  Overlay* m_overlay = nullptr;
  QScrollBar* m_scrollBar = nullptr;

  std::unique_ptr<TimeScale> m_scale;
  mutable TextCache m_texts;  // painting is const, remembering what was painted is not seen
  LaneLayout m_layout;
  Metrics m_metrics;
  Axis m_axis = Axis::elastic;
  ThemeKind m_theme = ThemeKind::light;
  bool m_counters = false;
  double m_x0 = 0, m_x1 = 1;
  bool m_fitted = true;  // the whole is in view, and stays so when the window grows

  Hit m_hovered;
  Drag m_drag = Drag::none;
  QPointF m_pressed;
  double m_pressedX0 = 0, m_pressedX1 = 0, m_pressedScroll = 0;
};

/// What changes at every step, drawn above the lanes; the mouse goes through it.
class Overlay : public QWidget {
  Q_OBJECT

 public:
  explicit Overlay(const Canvas& canvas, PlaybackController& controller, QWidget* parent);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Canvas& m_canvas;
  PlaybackController& m_controller;
};

}  // namespace loopline::ui::timeline
