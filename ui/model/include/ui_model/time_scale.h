// Where time stands on the screen: one scale for all compared runs. Pure arithmetic, immutable.
#pragma once

#include <QString>
#include <cstdint>
#include <memory>
#include <vector>

#include "ui_model/comparison.h"

namespace loopline::ui {

enum class Axis : std::uint8_t {
  elastic,  ///< an instant at which much happens is stretched, idle time is compressed
  time,     ///< proportional; x is in seconds
  steps,    ///< every event is 1 wide, and so is the time between two instants; what is folded has no width
};

/// A mark on the axis. It always tells the true time.
struct Tick {
  double x = 0;
  double xEnd = 0;  ///< of an instant with a width: where it ends; else x
  std::int64_t time = 0;
  QString label;  ///< empty: no room for one
};

/// x runs from 0 to length(), rises with the position and has no unit that a caller should know.
class TimeScale {
 public:
  /// The comparison is shared with the views that show it.
  TimeScale(std::shared_ptr<const Comparison> comparison, Axis axis);

  Axis axis() const { return m_axis; }
  const Comparison& comparison() const { return *m_comparison; }

  double xOf(Position position) const;
  double xOf(int run, replay::Moment moment) const { return xOf(m_comparison->positionOf(run, moment)); }
  /// The last position that is not right of x: on the time axis an instant has no width and has happened at its x.
  Position positionAt(double x) const;
  /// The same before anything happens at x: the edge at which a pixel begins.
  Position positionBefore(double x) const;
  /// The position at an event of some run, or the start, that is nearest to x.
  Position nearestEvent(double x) const;

  double length() const { return m_length; }
  /// The shortest stretch that is worth filling the view with.
  double closest() const { return m_closest; }

  /// Marks between x0 and x1, spread over `pixels`; labels stay `labelPixels` apart. In order, few.
  std::vector<Tick> ticks(double x0, double x1, int pixels, int labelPixels = 64) const;

 private:
  void layOut();
  void weigh();                                                    // elastic, steps: widths within instants
  double inner(std::size_t instant, std::uint32_t ordinal) const;  // 0 to 1: how far into the instant's width
  std::uint32_t ordinalAt(std::size_t instant, double share, bool before) const;
  double gapWidth(std::int64_t nanoseconds) const;
  Position at(double x, bool before) const;
  void evenTicks(std::int64_t from, std::int64_t to, double room, std::vector<Tick>& ticks) const;

  std::shared_ptr<const Comparison> m_comparison;
  Axis m_axis;
  double m_length = 1, m_closest = 1;
  double m_usualGap = 1e9;              // elastic: nanoseconds
  std::vector<double> m_begin, m_last;  // x of an instant's begin and end
  std::vector<std::uint32_t> m_counts;  // ordinals that lie within the scale
  std::vector<double> m_weight;         // not of time: of an instant, all its events together
  std::vector<std::size_t> m_offset;    // not of time: where its shares begin in m_shares; npos: even ones
  std::vector<float> m_shares;          // after 1, 2, … events, of the instant's width
};

}  // namespace loopline::ui
