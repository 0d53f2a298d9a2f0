#include "window.h"

#include <QApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>
#include <memory>
#include <utility>

#include "ui_model/comparison.h"
#include "ui_model/fonts.h"
#include "view/main_window.h"
#include "view/picture.h"

namespace loopline::app {
namespace {

// Qt sees the program's name only: options are the commands' own. Its references must live as long as the application.
struct QtArguments {
  int count = 1;
  char** values;
};

void name_application() {
  QCoreApplication::setApplicationName("loopline");
  QCoreApplication::setApplicationVersion(LOOPLINE_VERSION);
  QGuiApplication::setApplicationDisplayName("Loopline");
  QGuiApplication::setDesktopFileName("loopline");
}

/// On machines without a login session Qt says where it puts its temporary files, before anything of ours: nobody
/// asked.
void drop_session_notice(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  if (text.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR"))) return;
  std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
}

int open_window(char** argv, const std::vector<std::string>& files) {
  qInstallMessageHandler(drop_session_notice);
  QtArguments arguments{.values = argv};
  const QApplication application(arguments.count, arguments.values);
  name_application();
  ui::MainWindow window({.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                         .theme = {},
                         .restore = files.empty(),
                         .runner = nullptr});
  window.show();
  // Absolute, since the window outlives what the person does with the terminal's folder.
  for (const std::string& file : files) {
    window.openFile(QFileInfo(QString::fromLocal8Bit(file.c_str())).absoluteFilePath());
  }
  return QApplication::exec();
}

ui::Axis axis_of(const std::string& name) {
  if (name == "time") return ui::Axis::time;
  return name == "steps" ? ui::Axis::steps : ui::Axis::elastic;
}

ui::ThemeKind theme_of(const std::string& name) {
  if (name == "dark") return ui::ThemeKind::dark;
  return name == "print" ? ui::ThemeKind::print : ui::ThemeKind::light;
}

std::optional<std::string> draw_picture(char** argv, commands::Picture picture) {
  qputenv("QT_QPA_PLATFORM", "offscreen");  // a picture needs no display, and must not depend on one
  qInstallMessageHandler(drop_session_notice);
  QtArguments arguments{.values = argv};
  const QGuiApplication application(arguments.count, arguments.values);
  name_application();
  ui::loadResources();
  std::vector<ui::ComparedRun> runs;
  for (commands::Picture::Run& run : picture.runs) {
    runs.push_back({.name = QString::fromStdString(run.name),
                    .title = QString::fromStdString(run.title),
                    .replay = std::make_shared<const replay::Replay>(std::move(run.replay))});
  }
  const auto comparison = std::make_shared<const ui::Comparison>(std::move(runs));
  ui::PictureOptions options{.axis = axis_of(picture.axis),
                             .theme = theme_of(picture.theme),
                             .width = static_cast<double>(picture.width),
                             .scale = picture.scale,
                             .title = QString::fromStdString(picture.title)};
  if (picture.at) options.at = comparison->positionOf(0, comparison->replay(0).after(*picture.at));
  const QString problem =
      ui::savePicture(QString::fromLocal8Bit(picture.output.c_str()), comparison, options, picture.overwrite);
  if (problem.isEmpty()) return std::nullopt;
  return problem.toStdString();
}

}  // namespace

commands::Window make_window(char** argv) {
  return {.open = [argv](const std::vector<std::string>& files) { return open_window(argv, files); },
          .draw = [argv](commands::Picture picture) { return draw_picture(argv, std::move(picture)); }};
}

}  // namespace loopline::app
