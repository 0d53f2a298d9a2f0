// Pictures of timelines for slides, paper and the web: what the window shows, drawn by the same painters. Needs a
// QGuiApplication (the offscreen platform will do) and loadResources(); may be called on any thread.
#pragma once

#include <QImage>
#include <QSizeF>
#include <QString>
#include <memory>
#include <optional>
#include <utility>

#include "ui_model/selection.h"
#include "ui_model/theme.h"
#include "ui_model/time_scale.h"

class QPainter;

namespace loopline::ui {

struct PictureOptions {
  Axis axis = Axis::elastic;
  ThemeKind theme = ThemeKind::light;
  double width = 0;  ///< in pixels at 1×; 0: what suits the run
  double scale = 1;  ///< of a PNG: 2 for sharp screens, 3.125 for 300 dpi
  int run = -1;      ///< one of the compared runs; -1: all of them
  QString title = {};
  QString caption = {};
  bool legend = true;
  bool counters = false;                               ///< the ready queue over time
  std::optional<Position> at = {};                     ///< with the playhead here
  std::optional<std::pair<double, double>> view = {};  ///< a stretch of the scale; none: the whole run
  Selection selection = {};
};

/// In pixels at 1×.
QSizeF pictureSize(std::shared_ptr<const Comparison> comparison, const PictureOptions& options);

/// Into a painter of any device, at 1×, from (0, 0). `vector`: the device does not clip and wants text as shapes.
void paintPicture(QPainter& painter, std::shared_ptr<const Comparison> comparison, const PictureOptions& options,
                  bool vector = false);

/// Null where the picture would be larger than can be drawn.
QImage pictureImage(std::shared_ptr<const Comparison> comparison, const PictureOptions& options);

/// Whether this Qt can write WebP pictures.
bool canWriteWebp();

/// Writes a .png, .svg, .pdf or, where Qt can, .webp file, all of it or nothing; replaces a file only if told to.
/// Empty: written; else what went wrong and what to do. The same comparison and options give the same PNG and SVG, byte
/// for byte (a PDF holds the time at which it was made).
QString savePicture(const QString& path, std::shared_ptr<const Comparison> comparison, const PictureOptions& options,
                    bool overwrite = false);

}  // namespace loopline::ui
