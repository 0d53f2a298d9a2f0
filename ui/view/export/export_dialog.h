// Pictures of what is shown, into files. They are drawn on a pool thread; nothing is overwritten without asking.
#pragma once

#include <QDialog>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <vector>

#include "export/handout.h"
#include "view/picture.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace loopline::ui {

/// What the window shows, as a picture would need to know it.
struct ExportState {
  std::shared_ptr<const Comparison> comparison;  // shared with the window's views
  Axis axis = Axis::elastic;
  ThemeKind theme = ThemeKind::light;
  std::pair<double, double> view;  ///< the stretch of the timeline in view
  Position position;
  QString title;
  QString folder;    ///< where to save by default
  QString baseName;  ///< of the file, without its ending
  /// Writes one of the compared runs as a recording; called on a pool thread. Empty: written; else why not.
  std::function<QString(int run, const QString& path)> saveRecording = {};
  /// Of the lesson; null where there is none to print.
  std::shared_ptr<const HandoutText> handout = {};  // shared with the jobs on the pool
};

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ExportDialog(const ExportState& state, QWidget* parent);
  ~ExportDialog() override;

  /// The files that were written.
  const QStringList& written() const { return m_written; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Job {
    QString path;
    std::function<QString()> write;  ///< on a pool thread. Empty: written; else why not
  };
  void build();
  QComboBox* addChoice(class QFormLayout* form, const QString& title, const QStringList& choices, int chosen = 0);
  PictureOptions options() const;
  std::vector<Job> jobs() const;
  std::vector<Job> filmstrip(const PictureOptions& options) const;
  std::vector<Job> handout(const PictureOptions& options, bool each) const;
  /// A file each where several runs are wanted.
  std::vector<std::pair<int, QString>> runFiles() const;
  void optionsChanged();
  void showPreview();
  void browse();
  void start();
  void jobDone(int number, const QString& path, const QString& problem);
  void finish(const QString& message);

  ExportState m_state;
  std::vector<std::size_t> m_formats;  // that can be chosen, as they stand in the list
  QComboBox *m_what, *m_range, *m_format, *m_axis, *m_theme;
  QLineEdit *m_title, *m_caption, *m_path;
  QCheckBox *m_legend, *m_counters, *m_playhead;
  QLabel *m_preview, *m_message;
  QProgressBar* m_progress;
  QPushButton *m_export, *m_stop;
  QStringList m_written;
  int m_left = 0;
  bool m_running = false;
  std::shared_ptr<std::atomic<bool>> m_cancel;  // shared with the job on the pool
  QThreadPool m_pool;
};

}  // namespace loopline::ui
