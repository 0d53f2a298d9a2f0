#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QFontInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyleFactory>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "code/code_area.h"
#include "editor/edit_page.h"
#include "inspector/inspector.h"
#include "lessons/lesson_panel.h"
#include "main_window/banner.h"
#include "main_window/header_bar.h"
#include "main_window/parts.h"
#include "predict/predict_panel.h"
#include "prose/prose_view.h"
#include "start/start_page.h"
#include "start/tour.h"
#include "style/style_sheet.h"
#include "transport/transport_bar.h"
#include "ui_model/engine_runner.h"
#include "ui_model/fonts.h"
#include "ui_model/language.h"
#include "view/icon.h"
#include "view/timeline_view.h"
#include "widgets/state_card.h"

namespace loopline::ui {

namespace {

QSplitter* makeSplitter(Qt::Orientation orientation, const QString& name) {
  auto* splitter = new QSplitter(orientation);
  splitter->setObjectName(name);
  splitter->setHandleWidth(1);
  splitter->setChildrenCollapsible(false);
  return splitter;
}

/// A desktop whose windows are black, with white text, is one of high contrast.
ThemeKind themeNamed(const QString& name) {
  if (name == QStringLiteral("contrast")) return ThemeKind::contrast;
  if (name != QStringLiteral("system")) return name == QStringLiteral("dark") ? ThemeKind::dark : ThemeKind::light;
  const QPalette desktop = QGuiApplication::palette();
  const QColor ground = desktop.color(QPalette::Window), text = desktop.color(QPalette::WindowText);
  if (ground.lightness() < 4 && text.lightness() > 250) return ThemeKind::contrast;
  return ground.lightness() < 128 ? ThemeKind::dark : ThemeKind::light;
}

}  // namespace

MainWindow::Parts::Parts(MainWindow& window, const Settings& settings)
    : m_window(window),
      m_progress(settings.dataFolder),
      m_catalogue(lessons::Catalogue::embedded()),
      m_predictions(settings.dataFolder),
      m_predictor(m_playback, m_predictions),
      m_session(settings.runner ? settings.runner : makeEngineRunner()),
      m_lessons(m_catalogue, m_progress) {
  loadResources();
  setTextScale(m_progress.layout(QStringLiteral("text size")).toInt() / 100.0);
  installLanguage(QString::fromUtf8(m_progress.layout(QStringLiteral("language"))));
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setFont(textFont());
  m_window.setFont(textFont());  // it is older than that, and nobody tells it before the application runs
  m_window.setWindowIcon(QIcon(QStringLiteral(":/icons/loopline.svg")));
  m_window.setWindowTitle(tr("Loopline"));
  m_window.resize(QSize(1440, 900).boundedTo(m_window.screen()->availableSize()));
  build();
  makeActions();
  connectAll();
  const QString kept = QString::fromUtf8(m_progress.layout(QStringLiteral("theme")));
  setThemeByName(!settings.theme.isEmpty() ? settings.theme : !kept.isEmpty() ? kept : QStringLiteral("system"));
  restoreLayout();
  refreshFiles();
  showStates();
  explainTerms();
}

MainWindow::Parts::~Parts() {
  // Views listen to the session and the controller, which go first otherwise.
  delete m_window.takeCentralWidget();
}

void MainWindow::Parts::build() {
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("page"));
  page->setFocusPolicy(Qt::ClickFocus);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_menus = new QMenuBar;
  m_menus->setNativeMenuBar(false);
  m_header = new HeaderBar(m_menus, page);
  m_banner = new Banner(page);
  m_lessonPanel = new LessonPanel(m_lessons);
  m_inspector = new Inspector(m_playback);
  auto* predict = new PredictPanel(m_predictor, m_predictions);
  m_inspector->addOnTop(predict);
  QObject::connect(predict, &PredictPanel::historyWanted, &m_window, [this] { showHistory(); });
  QObject::connect(&m_predictor, &Predictor::changed, &m_window, [this] { predictorChanged(); });
  QObject::connect(&m_predictions, &PredictionStore::failed, &m_window,
                   [this](const QString& message) { m_banner->say(message, Banner::Tone::alert); });
  m_transport = new TransportBar(m_playback, page);
  buildCentre();
  m_columns = makeSplitter(Qt::Horizontal, QStringLiteral("columns"));
  m_columns->addWidget(m_lessonPanel);
  m_columns->addWidget(m_rows);
  m_columns->addWidget(m_inspector);
  m_columns->setStretchFactor(1, 1);
  m_lessonPanel->setMinimumWidth(150);
  m_inspector->setMinimumWidth(220);
  m_columns->setCollapsible(0, true);
  m_columns->setCollapsible(2, true);
  column->addWidget(m_header);
  column->addWidget(m_banner);
  m_start = new StartPage(m_catalogue, m_progress);
  m_pages = new QStackedWidget;
  m_pages->addWidget(m_columns);
  m_pages->addWidget(m_start);
  column->addWidget(m_pages, 1);
  column->addWidget(m_transport);
  // Where text is very large, or the screen very small, the window shows a part of itself.
  auto* scroll = new QScrollArea;
  scroll->setObjectName(QStringLiteral("pageScroll"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  scroll->setWidget(page);
  m_window.setCentralWidget(scroll);
  m_tour = new Tour(page);
  // Tab goes as the eye does: lessons, text, code, timelines, state, transport.
  const QList<QWidget*> order{m_header, m_lessonPanel, m_prose, m_code, m_edit, m_timeline, m_inspector, m_transport};
  for (qsizetype i = 1; i < order.size(); ++i) QWidget::setTabOrder(order[i - 1], order[i]);
  page->setFocus();  // until there is a timeline, so that no button has the keyboard by chance
}

void MainWindow::Parts::buildCentre() {
  m_prose = new ProseView;
  m_code = new CodeArea(m_session, m_playback);
  m_study = makeSplitter(Qt::Horizontal, QStringLiteral("study"));
  m_study->addWidget(m_prose);
  m_study->addWidget(m_code);
  m_study->setStretchFactor(0, 0);
  m_study->setStretchFactor(1, 1);
  m_prose->setMinimumWidth(160);
  m_edit = new EditPage(m_session);
  m_upper = new QStackedWidget;
  m_upper->addWidget(m_study);
  m_upper->addWidget(m_edit);
  m_timeline = new TimelineView(m_playback);
  m_timeline->setBookmarks(&m_bookmarks);
  m_noTimeline = new StateCard;
  m_lower = new QStackedWidget;
  m_lower->addWidget(m_timeline);
  m_lower->addWidget(m_noTimeline);
  m_rows = makeSplitter(Qt::Vertical, QStringLiteral("rows"));
  m_rows->addWidget(m_upper);
  m_rows->addWidget(m_lower);
  m_rows->setStretchFactor(0, 2);
  m_rows->setStretchFactor(1, 3);
}

void MainWindow::Parts::connectAll() {
  QObject::connect(m_header, &HeaderBar::axisChosen, &m_window, [this](int index) {
    setAxis(index == 0 ? Axis::time : index == 1 ? Axis::elastic : Axis::steps);
  });
  QObject::connect(m_timeline, &TimelineView::axisChanged, &m_window, [this](Axis axis) {
    const int index = axis == Axis::time ? 0 : axis == Axis::elastic ? 1 : 2;
    m_header->setAxis(index);
    m_axisGroup->actions().at(index)->setChecked(true);
  });
  QObject::connect(m_timeline, &TimelineView::ownWorkRequested, &m_window, [this](bool shown) {
    m_keepPosition = true;
    m_session.setOwnWork(shown);
  });
  QObject::connect(m_lessonPanel, &LessonPanel::lessonChosen, &m_window, [this](const QString& path, bool builtIn) {
    if (path == m_session.path()) return;
    builtIn ? void(openLesson(path)) : openFile(path);
  });
  const auto beginStudy = [this](const QString& path, bool builtIn) {
    if (path == m_session.path()) {
      showStudy();
    } else {
      builtIn ? void(openLesson(path)) : openFile(path);
    }
    if (m_progress.layout(QStringLiteral("tour")).isEmpty()) showTour();
  };
  QObject::connect(m_start, &StartPage::lessonChosen, &m_window,
                   [beginStudy](const QString& path) { beginStudy(path, true); });
  QObject::connect(m_start, &StartPage::fileChosen, &m_window,
                   [beginStudy](const QString& path) { beginStudy(path, false); });
  QObject::connect(m_start, &StartPage::openWanted, &m_window, [this] { askForFile(); });
  QObject::connect(m_start, &StartPage::newWanted, &m_window, [this] { newLesson(); });
  QObject::connect(m_start, &StartPage::tourWanted, &m_window, [this] {
    showStudy();
    showTour();
  });
  QObject::connect(m_lessonPanel, &LessonPanel::newLessonWanted, &m_window, [this] { newLesson(); });
  QObject::connect(m_prose, &ProseView::scenarioWanted, &m_window,
                   [this](const QString& name) { m_session.showByName(name); });
  QObject::connect(m_prose, &ProseView::quizWanted, &m_window, [this](int number) { openQuiz(number); });
  QObject::connect(m_prose, &ProseView::linkRefused, &m_window,
                   [this](const QString& message) { m_banner->say(message, Banner::Tone::note); });
  QObject::connect(m_edit, &EditPage::runWanted, &m_window, [this] { run(); });
  QObject::connect(m_edit, &EditPage::doneWanted, &m_window, [this] { setEditingText(false); });
  QObject::connect(m_code, &CodeArea::runWanted, &m_window, [this] { run(); });
  QObject::connect(m_code, &CodeArea::saveWanted, &m_window,
                   [this](const QString& code, const QString& title) { saveScenario(code, title); });

  QObject::connect(&m_session, &LessonSession::opened, &m_window, [this] { documentOpened(); });
  QObject::connect(&m_session, &LessonSession::shownChanged, &m_window, [this] { shownChanged(); });
  QObject::connect(&m_session, &LessonSession::comparisonChanged, &m_window, [this] { runsChanged(); });
  QObject::connect(&m_session, &LessonSession::runningChanged, &m_window,
                   [this](bool running) { runningChanged(running); });
  QObject::connect(&m_session, &LessonSession::textChanged, &m_window, [this] {
    showTitle();
    showStates();
    m_keepEdits.start();
  });
  QObject::connect(&m_session, &LessonSession::progressChanged, &m_window, [this] {
    if (!m_runningShown.isActive()) runningChanged(true);
  });
  QObject::connect(&m_session, &LessonSession::failed, &m_window,
                   [this](const QString& message) { loadFailed(message); });
  QObject::connect(&m_session, &LessonSession::loadingChanged, &m_window, [this] { loadingChanged(); });
  QObject::connect(&m_loadingShown, &QTimer::timeout, &m_window, [this] { loadingChanged(true); });
  m_loadingShown.setSingleShot(true);
  m_loadingShown.setInterval(200);
  QObject::connect(&m_playback, &PlaybackController::positionChanged, &m_window, [this] { positionChanged(); });
  QObject::connect(&m_bookmarks, &Bookmarks::edited, &m_window, [this] { keepBookmarks(); });
  QObject::connect(&m_bookmarks, &Bookmarks::removed, &m_window, [this] { keepBookmarks(); });
  m_notes.setMaxThreadCount(1);
  m_keepEdits.setSingleShot(true);
  m_keepEdits.setInterval(300);
  QObject::connect(&m_keepEdits, &QTimer::timeout, &m_window, [this] { keepEdits(); });
  m_runningShown.setSingleShot(true);
  m_runningShown.setInterval(200);
}

// ---- looks

void MainWindow::Parts::setThemeByName(const QString& name) {
  m_themeName = name;
  m_theme = &Theme::of(themeNamed(name));
  for (QAction* action : m_themeGroup->actions()) action->setChecked(action->data().toString() == name);
  applyTheme();
}

void MainWindow::Parts::desktopChanged() {
  if (m_themeName == QStringLiteral("system") && themeNamed(m_themeName) != m_theme->kind) setThemeByName(m_themeName);
}

void MainWindow::Parts::applyTheme() {
  m_window.setPalette(m_theme->palette());
  m_window.setStyleSheet(ui::styleSheet(*m_theme));
  m_header->setTheme(*m_theme);
  m_lessonPanel->setTheme(*m_theme);
  m_prose->setTheme(*m_theme);
  m_code->setTheme(*m_theme);
  m_edit->setTheme(*m_theme);
  m_inspector->setTheme(*m_theme);
  m_noTimeline->setTheme(*m_theme);
  m_transport->setTheme(*m_theme);
  m_start->setTheme(*m_theme);
  m_tour->setTheme(*m_theme);
  m_timeline->setTheme(m_theme->kind);
  m_editAction->setIcon(themedIcon(QStringLiteral("edit"), *m_theme));
  m_predictAction->setIcon(themedIcon(QStringLiteral("predict"), *m_theme));
  m_exportAction->setIcon(themedIcon(QStringLiteral("export"), m_theme->buttonText));
}

/// The parts' sizes as they are designed, for text of the usual size and larger.
void MainWindow::Parts::arrange() {
  const double scale = std::clamp(QFontInfo(textFont()).pixelSize() / 13.0, 1.0, 1.6);
  const auto px = [scale](int designed) { return static_cast<int>(std::lround(designed * scale)); };
  const int width = m_window.width();
  m_columns->setSizes({px(222), std::max(width - px(222) - px(288), 300), px(288)});
  m_study->setSizes({px(262), std::max(width - px(222) - px(288) - px(262), 200)});
  m_rows->setSizes({400, 400});
  m_listWanted = true;
  arrangeList();
}

/// Code and timelines need what the list would take.
bool MainWindow::Parts::isNarrow() const { return m_window.width() < 900; }

void MainWindow::Parts::arrangeList() {
  if (!isNarrow()) m_listAsked = false;
  const bool shown = isNarrow() ? m_listAsked : m_listWanted;
  m_lessonPanel->setVisible(shown);
  m_listAction->setChecked(shown);
}

void MainWindow::Parts::setListShown(bool shown) {
  (isNarrow() ? m_listAsked : m_listWanted) = shown;
  arrangeList();
}

void MainWindow::Parts::restoreLayout() {
  arrange();
  if (!m_window.restoreGeometry(m_progress.layout(QStringLiteral("window")))) {
    m_window.resize(QSize(1440, 900).boundedTo(m_window.screen()->availableSize()));
  }
  for (QSplitter* splitter : {m_columns, m_rows, m_study}) {
    splitter->restoreState(m_progress.layout(splitter->objectName()));
  }
  m_inspector->setClosedSections(
      QString::fromUtf8(m_progress.layout(QStringLiteral("closed"))).split(u',', Qt::SkipEmptyParts));
  const QByteArray axis = m_progress.layout(QStringLiteral("axis"));
  setAxis(axis == "time" ? Axis::time : axis == "steps" ? Axis::steps : Axis::elastic);
  m_timeline->setCountersShown(m_progress.layout(QStringLiteral("counters")) == "shown");
  m_listWanted = m_progress.layout(QStringLiteral("list")) != "hidden";
  arrangeList();
  const double speed = m_progress.layout(QStringLiteral("speed")).toDouble();
  const bool bySeconds = m_progress.layout(QStringLiteral("pace")) == "seconds";
  if (speed > 0) bySeconds ? m_playback.setRate(speed) : m_playback.setSpeed(speed);
}

void MainWindow::Parts::keepLayout() {
  m_progress.setLayout(QStringLiteral("window"), m_window.saveGeometry());
  for (const QSplitter* splitter : {m_columns, m_rows, m_study}) {
    m_progress.setLayout(splitter->objectName(), splitter->saveState());
  }
  m_progress.setLayout(QStringLiteral("closed"), m_inspector->closedSections().join(u',').toUtf8());
  const Axis axis = m_timeline->axis();
  m_progress.setLayout(QStringLiteral("axis"), axis == Axis::time ? "time" : axis == Axis::steps ? "steps" : "elastic");
  m_progress.setLayout(QStringLiteral("theme"), m_themeName.toUtf8());
  m_progress.setLayout(QStringLiteral("list"), m_listWanted ? "" : "hidden");
  m_progress.setLayout(QStringLiteral("counters"), m_timeline->showsCounters() ? "shown" : "");
  m_progress.setLayout(QStringLiteral("speed"), QByteArray::number(m_playback.speed()));
  const bool bySeconds = m_playback.pace() == PlaybackController::Pace::seconds;
  m_progress.setLayout(QStringLiteral("pace"), bySeconds ? "seconds" : "steps");
  m_progress.save();
}

bool MainWindow::Parts::keepsKey(QObject* widget, const QKeyEvent& key) const {
  // A focused button is pressed by Space, although Space plays elsewhere.
  return key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier &&
         qobject_cast<QAbstractButton*>(widget) != nullptr;
}

}  // namespace loopline::ui
