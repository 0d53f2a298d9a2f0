// Sizes of everything a timeline draws, from the size of the text. Pixels.
#pragma once

#include <QFont>
#include <cstdint>

namespace loopline::ui::timeline {

enum class Density : std::uint8_t {
  comfortable,  ///< name and call under each other
  compact,      ///< on one line
  dense,        ///< for many lanes
};

struct Metrics {
  /// `em`: height of the window's text, 13 as designed.
  static Metrics of(double em, Density density);

  Density density = Density::comfortable;
  double em = 13;

  QFont title, summary;    // of a run
  QFont name, call;        // of a lane
  QFont label, monospace;  // on slices, on console tags
  QFont tick;

  double runHeader = 34;  // height of a run's title
  double loopBar = 18, taskBar = 22, subBar = 14, counterBar = 14;
  double lanePadding = 5;  // above a bar
  double laneLeast = 34;   // of a lane with its heading
  double printRow = 19;
  double runGap = 12;  // after a run's last lane
  double axis = 34, legend = 26;
  double corner = 3;
  double textPadding = 5;  // of a label within its slice
  double leastSlice = 3;   // what happens at one instant of the time axis is this wide
  double headingsLeast = 96, headingsMost = 220;
};

}  // namespace loopline::ui::timeline
