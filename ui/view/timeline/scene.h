// What a painter of the timeline needs to know: what is shown, which part of it, and where. Made anew for each frame.
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <span>

#include "timeline/lane_layout.h"
#include "timeline/metrics.h"
#include "timeline/text_cache.h"
#include "ui_model/comparison.h"
#include "ui_model/selection.h"
#include "ui_model/theme.h"
#include "ui_model/time_scale.h"

class QPainter;

namespace loopline::ui {
class Bookmarks;
}

namespace loopline::ui::timeline {

class DenseCache;

struct Scene {
  const Comparison& comparison;
  const TimeScale& scale;
  const LaneLayout& layout;
  const Metrics& metrics;
  const Theme& theme;
  TextCache& texts;
  QRectF rows;                           ///< where headings and lanes are seen, in pixels
  double x0 = 0, x1 = 1;                 ///< the stretch of the scale that is in view
  double scroll = 0;                     ///< how much of the rows lies above the view
  bool vector = false;                   ///< SVG or PDF: nothing is clipped, text goes out as shapes
  double deviceRatio = 1.0;              ///< device pixels a pixel, where lanes are drawn as images
  const Bookmarks* bookmarks = nullptr;  ///< null: none are drawn
  DenseCache* dense = nullptr;           ///< of a view that is drawn again and again

  static constexpr double kRightMargin = 34;  // for the mark after the last slice
  static constexpr double kLeftMargin = 6;

  double plotLeft() const { return rows.left() + layout.headings() + kLeftMargin; }
  double plotRight() const { return rows.right() - 8; }
  QRectF plot() const { return {plotLeft(), rows.top(), plotRight() - plotLeft(), rows.height()}; }
  /// Where lanes may be painted. Whole pixels: clipping to anything else costs several times as much.
  QRect plotClip() const { return plot().adjusted(-2, 0, 8, 0).toAlignedRect(); }
  double pixel(double x) const { return plotLeft() + (x - x0) / (x1 - x0) * (plotRight() - plotLeft()); }
  double pixel(Position position) const { return pixel(scale.xOf(position)); }
  double pixel(int run, replay::Moment moment) const { return pixel(scale.xOf(run, moment)); }
  double xAt(double pixel) const { return x0 + (pixel - plotLeft()) / (plotRight() - plotLeft()) * (x1 - x0); }
  /// Brings a pixel to the edge of the view, or a little beyond it, so that no shape is far outside.
  double clamped(double pixel) const { return std::min(std::max(pixel, plotLeft() - 4), plotRight() + 4); }
  double y(double content) const { return rows.top() + content - scroll; }
  /// The rows that are in view.
  std::span<const LaneRow> visible() const;

  /// The first and last moment of a run that are in view.
  replay::Moment from(int run) const { return comparison.momentOf(run, scale.positionBefore(x0)); }
  replay::Moment to(int run) const { return comparison.momentOf(run, scale.positionAt(x1)); }
};

/// The range in which all of a scale is in view, with room for marks behind the end.
struct Range {
  double x0 = 0, x1 = 1;
};
Range fitted(const TimeScale& scale, double plotWidth);

// Text that stays in its place: cut with an ellipsis, or left out where not even that fits.
QString fitting(const Scene& scene, const QString& text, const QFont& font, double width);
void drawText(QPainter& painter, const Scene& scene, const QRectF& box, const QString& text, const QFont& font,
              const QColor& color, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
/// Width of a text.
double widthOf(const Scene& scene, const QString& text, const QFont& font);

/// Parallel diagonal lines within a box: drawn as lines, since files have no brush patterns that every viewer knows.
void drawHatch(QPainter& painter, const QRectF& box, const QColor& color, double width, double distance,
               bool rising = true);

enum class Mark : std::uint8_t { done, raised, cancelled, running, ready, waiting, late, blocking, callback, warning };
/// Drawn with lines, not letters: the same everywhere.
void drawMark(QPainter& painter, Mark mark, const QPointF& center, double size, const QColor& color);

// ---- painters, each of its part

void paintHeadings(QPainter& painter, const Scene& scene);
void paintSlices(QPainter& painter, const Scene& scene);
/// The arrows that are always there, if they are few.
void paintFlows(QPainter& painter, const Scene& scene);
/// Those near the playhead, and all of the selected task.
void paintNearFlows(QPainter& painter, const Scene& scene, const Selection& selection, Position playhead);
void paintInstants(QPainter& painter, const Scene& scene);
void paintCounter(QPainter& painter, const Scene& scene, const LaneRow& row);
void paintAxis(QPainter& painter, const Scene& scene, const QRectF& box);
/// What fills and patterns mean; entries that have no room are left out. Gives the width that was used.
double paintLegend(QPainter& painter, const Scene& scene, const QRectF& box);
/// The legend and, at the right, how far apart the runs end.
void paintFooter(QPainter& painter, const Scene& scene, const QRectF& box);
void paintSelection(QPainter& painter, const Scene& scene, const Selection& selection);
void paintHover(QPainter& painter, const Scene& scene, const QRectF& box);
/// The line over all runs, with its flag above the rows.
void paintPlayhead(QPainter& painter, const Scene& scene, Position position, double top, double bottom, bool withTime);
/// The stretch that is marked, over all rows.
void paintRange(QPainter& painter, const Scene& scene, Position from, Position to);
/// Flags above a run's lanes, with their notes where there is room.
void paintBookmarks(QPainter& painter, const Scene& scene);
/// Where in the plot a bookmark's flag stands, by its row in the list; empty if it is not in view.
QRectF bookmarkBox(const Scene& scene, int bookmark);
/// The whole run, small, and which stretch of it is in view.
void paintMinimap(QPainter& painter, const Scene& scene, const QRectF& box);
/// What lanes do at the position, as marks beside their headings.
void paintStates(QPainter& painter, const Scene& scene, Position position);

}  // namespace loopline::ui::timeline
