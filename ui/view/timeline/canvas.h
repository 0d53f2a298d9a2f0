// The drawn timeline: a QCustomPlot that holds the range in view and paints one plottable, and above it a transparent
// child for what changes at every step.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "timeline/dense.h"
#include "timeline/hit.h"
#include "timeline/scene.h"

class QCustomPlot;
class QScrollBar;

namespace loopline::ui {
class Bookmarks;
class PlaybackController;
}  // namespace loopline::ui

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

  const LaneArrangement& arrangement() const { return m_arrangement; }
  void setArrangement(LaneArrangement arrangement);
  /// Lives longer than the canvas, or null.
  void setBookmarks(const Bookmarks* bookmarks);
  /// The lane that the selection is on; null: none is shown.
  const LaneRow* selectedRow() const;

  bool isEmpty() const { return !m_scale; }
  /// Only while there is something to show.
  /// While a large run's scale is made.
  void paintPreparing(QPainter& painter, const QRect& box) const;
  Scene scene() const;
  Position playhead() const;
  /// The position at a pixel: that of an event if one is near.
  Position snapped(double pixel) const;
  /// Where the small picture of the whole run stands.
  QRectF minimap() const;
  const std::vector<QString>& summaries() const { return m_summaries; }
  const Hit& hovered() const { return m_hovered; }
  bool isDraggingPlayhead() const { return m_drag == Drag::playhead; }

 signals:
  void rangeChanged(double x0, double x1);
  /// There is something to see, or nothing any more.
  void shown();
  void contextMenuRequested(const QPoint& global);
  void arrangementChanged();
  /// Somebody asks for the text of a bookmark, by its row in the list.
  void bookmarkActivated(int bookmark);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Drag : std::uint8_t { none, pressed, pan, playhead, range, lane, minimap };

  void relayout();
  void repaintAll();
  void scrollTo(double y);
  void revealRow(const LaneRow& row);
  double bottomHeight() const;
  void showInMinimap(double pixel);
  void dragLane(double y);
  bool isOnChevron(const QPointF& point) const;
  int bookmarkAt(const QPointF& point) const;
  bool isOnPlayhead(const QPointF& point) const;
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
  bool m_drawsLater = false;  // what changes is drawn together, when this thread has seen to its events

  /// What takes a look at each event: made on another thread where there are many.
  struct Prepared {
    std::unique_ptr<TimeScale> scale;
    std::vector<QString> summaries;
  };
  void prepare(std::function<void()> then);
  void adopt(Prepared& prepared, const std::function<void()>& then);

  std::unique_ptr<TimeScale> m_scale;
  std::vector<QString> m_summaries;  // of each run
  std::uint64_t m_wanted = 0;        // what is prepared for an older wish is dropped
  mutable TextCache m_texts;         // painting is const, remembering what was painted is not seen
  mutable DenseCache m_dense;
  LaneLayout m_layout;
  LaneArrangement m_arrangement;
  const Bookmarks* m_bookmarks = nullptr;
  Metrics m_metrics;
  Axis m_axis = Axis::elastic;
  ThemeKind m_theme = ThemeKind::light;
  bool m_counters = false;
  double m_x0 = 0, m_x1 = 1;
  bool m_fitted = true;  // the whole is in view, and stays so when the window grows

  Hit m_hovered;
  Drag m_drag = Drag::none;
  QPointF m_pressed;
  int m_draggedRun = 0;
  replay::LaneIndex m_draggedLane = replay::kNoLane;
  double m_pressedX0 = 0, m_pressedX1 = 0, m_pressedScroll = 0;
  QThreadPool m_pool;  // last: it waits for what it does before the rest goes
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
