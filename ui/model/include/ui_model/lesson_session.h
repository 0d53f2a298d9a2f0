// What is open: a lesson (built in, a file or new), its text as it is being edited, the runs of its scenarios. Files
// are read and scenarios run on pool threads; everything public is called from, and signalled on, the GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "lessons/lesson.h"
#include "lessons/load.h"
#include "ui_model/comparison.h"
#include "ui_model/scenario_run.h"

namespace loopline::ui {

class LessonSession : public QObject {
  Q_OBJECT

 public:
  enum class Source : std::uint8_t { nothing, builtIn, file, unsaved, recording };

  struct Scenario {
    QString name, title;
    std::vector<lessons::Cue> cues;  ///< by line
    std::vector<int> folded;         ///< lines that hold nothing but a cue
    QString shown;                   ///< the code without cues
    QString expect;
    std::optional<RunEnd> end;                       ///< of its newest run; none: it has not run since it was changed
    std::shared_ptr<const replay::Replay> replay;    ///< shared with the comparison; null: nothing was recorded
    std::optional<lessons::Diagnostics> hints = {};  ///< none: not looked for yet; see hintsOf()
  };

  explicit LessonSession(std::shared_ptr<const ScenarioRunner> runner, QObject* parent = nullptr);
  ~LessonSession() override;

  Source source() const { return m_source; }
  bool isEditable() const { return m_source != Source::nothing && m_source != Source::recording; }
  /// The file's path; of a built-in lesson its name in the catalogue; empty for a new one.
  const QString& path() const { return m_path; }
  QString title() const;
  QString chapter() const;
  const lessons::Lesson* lesson() const { return m_lesson ? &*m_lesson : nullptr; }
  /// Only a script: there is no prose to show.
  bool isScript() const;

  const QString& text() const { return m_text; }
  bool isModified() const { return m_text != m_savedText; }
  /// What the built-in lesson or file says without the edits.
  const QString& originalText() const { return m_savedText; }
  /// The text has changed since the shown runs were made.
  bool isStale() const { return m_stale; }

  const std::vector<Scenario>& scenarios() const { return m_scenarios; }
  const std::vector<std::size_t>& shown() const { return m_shown; }
  /// Mistakes of the text, and of the runs that were made of it.
  lessons::Diagnostics problems() const;

  // One scenario's code, changed where it stands in the text.
  /// Whether it stands there line by line; what was put together of several blocks does not.
  bool canEdit(std::size_t scenario) const;
  /// As written, cues included, without line ends at the end.
  QString codeOf(std::size_t scenario) const;
  /// The same before the edits; empty if there was no such scenario.
  QString originalCodeOf(std::size_t scenario) const;
  /// False: that would not be one block any more; nothing has changed then.
  bool setCode(std::size_t scenario, const QString& code);
  /// What is wrong in it, hints included, at lines and columns of its code.
  lessons::Diagnostics problemsOf(std::size_t scenario);
  /// Mistakes that can be seen without a run, each with what to write instead, at lines and columns of its code. Looked
  /// for when they are asked for.
  const lessons::Diagnostics& hintsOf(std::size_t scenario);

  bool isRunning() const { return m_jobs > 0; }
  /// Of the runs that go on: events recorded and the latest virtual time.
  std::uint64_t recordedEvents() const;
  std::int64_t virtualTime() const;

  /// The newest runs of what is shown; null: none. Shared with the views.
  const std::shared_ptr<const Comparison>& comparison() const { return m_comparison; }
  /// Run i of the comparison is of scenario runScenarios()[i].
  const std::vector<std::size_t>& runScenarios() const { return m_runScenarios; }

  /// The file that is being read; empty: none. What was open before stays until it is there.
  const QString& loading() const { return m_loading; }
  void cancelLoading();

  void openBuiltIn(const lessons::Lesson& lesson, const QString& editedText = {});
  void openFile(const QString& path);
  void openNew(const QString& title);
  /// The text as the editor has it: it is looked at again, not run.
  void setText(const QString& text);
  void restoreOriginal() { setText(m_savedText); }
  /// Atomically; events go on while the disk is waited for. Empty: saved; else why not.
  QString saveTo(const QString& path);
  /// Which scenarios are side by side; runs those that have not run.
  void show(std::vector<std::size_t> scenarios);
  void showByName(const QString& name);
  void setOwnWork(bool ownWork);

 public slots:
  /// Runs what is shown, where it has changed; what is unchanged would run the same way.
  void run();
  void cancel();

 signals:
  void loadingChanged();
  void opened();  ///< another document is there
  void textChanged();
  void problemsChanged();
  void shownChanged();
  void runningChanged(bool running);
  void progressChanged();
  void comparisonChanged();
  void failed(const QString& message);

 private:
  struct Finished;
  void setLoading(const QString& path);
  void reset(Source source, const QString& path);
  void adopt(lessons::Loaded loaded, bool keepRuns);
  void openRecording(const QString& path);
  void start(std::size_t scenario);
  void jobDone(std::uint64_t generation, std::shared_ptr<Finished> finished);
  void recordingOpened(std::shared_ptr<Finished> finished);
  void compare();
  void dropRuns();
  void setJobs(int jobs);
  void checkEnds();
  QString withCode(std::size_t scenario, const QString& code) const;

  std::shared_ptr<const ScenarioRunner> m_runner;  // shared with the jobs on the pool
  Source m_source = Source::nothing;
  QString m_loading, m_path, m_text, m_savedText;
  std::optional<lessons::Lesson> m_lesson;
  lessons::Diagnostics m_textProblems, m_runProblems;
  std::vector<Scenario> m_scenarios;
  std::vector<std::string> m_codes;  // of each scenario: what its run was made of
  std::vector<std::size_t> m_shown, m_runScenarios;
  std::shared_ptr<const Comparison> m_comparison;
  std::vector<std::shared_ptr<RunControl>> m_controls;  // of the runs that go on
  std::uint64_t m_opening = 0;                          // likewise for files
  std::uint64_t m_generation = 0;                       // what comes back from an older one is dropped
  int m_jobs = 0;
  bool m_stale = false;
  bool m_ownWork = false;
  QTimer m_progress;
  QThreadPool m_pool;   // runs
  QThreadPool m_files;  // does not wait for them
};

}  // namespace loopline::ui
