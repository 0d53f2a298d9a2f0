// The window: lessons, prose, code, timelines, inspector, transport. What app/ opens.
#pragma once

#include <QMainWindow>
#include <QString>
#include <memory>

namespace loopline::ui {

class ScenarioRunner;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  struct Settings {
    /// Where progress and layout are kept; need not exist. Empty: nothing is kept.
    QString dataFolder;
    /// "light", "dark" or "system"; empty: as it was last time.
    QString theme;
    /// Opens what was open last time, or the first lesson.
    bool restore = true;
    /// What runs scenarios; null: the engine. Shared with the runs on pool threads.
    std::shared_ptr<const ScenarioRunner> runner;
  };

  /// Makes the fonts and icons known to the application and sets its style: there is one such window at a time.
  explicit MainWindow(const Settings& settings, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens .md, .markdown, .txt, .py or .loopline. It is read elsewhere; the window says so when it cannot be.
  void openFile(const QString& path);
  /// Opens a lesson of the catalogue by its file name; false: there is none.
  bool openLesson(const QString& path);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  class Parts;
  /// Makes all parts anew, with what was open: in another language, with another size of text.
  void startOver();

  Settings m_settings;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace loopline::ui
