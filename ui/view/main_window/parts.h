// What the window is made of, and what its menus do.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QMainWindow>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

#include "lessons/catalogue.h"
#include "lessons/check.h"
#include "ui_model/bookmarks.h"
#include "ui_model/lesson_list_model.h"
#include "ui_model/lesson_session.h"
#include "ui_model/playhead.h"
#include "ui_model/prediction_store.h"
#include "ui_model/predictor.h"
#include "ui_model/progress_store.h"
#include "ui_model/theme.h"
#include "ui_model/time_scale.h"
#include "view/main_window.h"

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QMenuBar;
class QSplitter;
class QStackedWidget;

namespace loopline::ui {

class Banner;
class CodeArea;
class EditPage;
class HeaderBar;
class Inspector;
class LessonPanel;
class ProseView;
class StateCard;
class StartPage;
class TimelineView;
class Tour;
class TransportBar;

/// A thing to go to, what kind of thing it is, and how to get there.
struct Destination {
  QString text, kind;
  std::function<void()> go;
};

class MainWindow::Parts {
  Q_DECLARE_TR_FUNCTIONS(loopline::ui::MainWindow)

 public:
  /// What a window that is made anew (another language, another size of text) shows again.
  struct Carried {
    LessonSession::Source source = LessonSession::Source::nothing;
    QString path, title, text;
    bool modified = false, editing = false, atStart = false;
  };

  Parts(MainWindow& window, const Settings& settings);
  ~Parts();

  // Opening and closing.
  void openFirst();
  /// What was open before the window was made anew, edits and all.
  void reopen(const Carried& carried);
  Carried carry();
  void openFile(const QString& path);
  bool openLesson(const QString& path);
  /// Asks about unsaved edits; false: the person wants to stay.
  bool mayLeave();
  void keepPlace();
  void keepLayout();
  /// The list of lessons is there if it is wanted and there is room for it, or if it was asked for where there is none.
  void arrangeList();

  // Editing.
  void setEditing(bool editing);
  void setEditingText(bool editing);
  void commitEdits();
  void saveScenario(const QString& code, const QString& title);
  bool isEditing() const;
  bool save();
  bool saveAs();
  void newLesson();
  void run();

  void setThemeByName(const QString& name);
  void setTextSize(int percent);
  void setLanguage(const QString& name);
  void resetLayout();
  void showStart();
  void showTour();
  void desktopChanged();
  /// True for keys that belong to the widget that has the keyboard, not to the window's menus.
  bool keepsKey(QObject* widget, const QKeyEvent& key) const;

  /// What Ctrl+K can go to.
  std::vector<Destination> destinations();

 private:
  void build();
  void buildCentre();
  void connectAll();
  void restoreLayout();
  void arrange();
  bool isNarrow() const;
  void setListShown(bool shown);
  void applyTheme();

  void makeActions();
  void makeFileMenu();
  void makeStepMenu();
  void makeViewMenu();
  void makeLooksMenu(QMenu& menu);
  void makeHelpMenu();
  void showStudy();
  void explainTerms();
  QAction* add(QMenu* menu, const QString& text, const QList<QKeySequence>& keys, std::function<void()> deed);

  void documentOpened();
  void shownChanged();
  void runsChanged();
  void runningChanged(bool running);
  void showTitle();
  void showStates();
  void showHints();
  void showProse();
  void positionChanged();
  void setAxis(Axis axis);
  void openQuiz(int number);
  std::optional<lessons::QuizAnswer> answerOf(const lessons::Quiz& quiz, bool& mustRun) const;
  void predict();
  void predictorChanged();
  void showHistory();
  void showExport();
  void showKeys();
  void goToAnything();
  void askForFile();
  void refreshFiles();
  void goToError();
  void goToBadEnd(int run, RunEnd::Kind kind);
  const LessonSession::Scenario* badOne() const;
  QString badText(const LessonSession::Scenario& scenario) const;
  bool sayIfHuge();
  void showCard();
  void loadFailed(const QString& message);
  void loadingChanged(bool late = false);
  void loadBookmarks();
  void keepBookmarks();
  QString bookmarkKey(int run) const;
  void keepEdits();
  void offerKeptEdits();
  QString draftKey() const;

  MainWindow& m_window;
  ProgressStore m_progress;
  lessons::Catalogue m_catalogue;
  PlaybackController m_playback;
  PredictionStore m_predictions;
  Predictor m_predictor;
  LessonSession m_session;
  LessonListModel m_lessons;
  Bookmarks m_bookmarks;
  QThreadPool m_notes;  // writes them into recordings, one after the other

  HeaderBar* m_header = nullptr;
  QMenuBar* m_menus = nullptr;
  Banner* m_banner = nullptr;
  LessonPanel* m_lessonPanel = nullptr;
  ProseView* m_prose = nullptr;
  CodeArea* m_code = nullptr;
  EditPage* m_edit = nullptr;
  Inspector* m_inspector = nullptr;
  TransportBar* m_transport = nullptr;
  TimelineView* m_timeline = nullptr;
  StateCard* m_noTimeline = nullptr;
  StartPage* m_start = nullptr;
  Tour* m_tour = nullptr;
  QStackedWidget* m_pages = nullptr;  // the start page, or all else
  QStackedWidget* m_upper = nullptr;
  QStackedWidget* m_lower = nullptr;
  QSplitter *m_columns = nullptr, *m_rows = nullptr, *m_study = nullptr;

  QAction *m_textAction = nullptr, *m_listAction = nullptr;
  QAction *m_editAction = nullptr, *m_runAction = nullptr, *m_saveAction = nullptr, *m_saveAsAction = nullptr;
  QAction *m_predictAction = nullptr, *m_exportAction = nullptr, *m_originalAction = nullptr;
  QMenu *m_recentMenu = nullptr, *m_scenarioMenu = nullptr;
  QActionGroup *m_axisGroup = nullptr, *m_themeGroup = nullptr, *m_sizeGroup = nullptr, *m_languageGroup = nullptr;

  bool m_listWanted = true;  // where there is room
  bool m_listAsked = false;  // in spite of little room

  const Theme* m_theme = nullptr;
  QString m_themeName;
  std::optional<ProgressStore::Place> m_returnTo;  // where to go once the runs are there
  QString m_failure;                               // why the file that was asked for is not there
  QString m_hugeTold;                              // of which recording it was said that it is large
  int m_pendingQuiz = -1;                          // asked once its scenario has run
  bool m_onlyBehind = false;    // the first lesson is open behind the start page: nobody has begun it
  bool m_keepPosition = false;  // the same lesson has run again
  QTimer m_loadingShown;        // likewise
  QTimer m_runningShown;        // short runs show no progress
  QTimer m_keepEdits;           // what is typed is kept soon after
};

}  // namespace loopline::ui
