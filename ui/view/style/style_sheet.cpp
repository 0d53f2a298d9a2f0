#include "style/style_sheet.h"

#include <QHash>
#include <QStyle>
#include <QWidget>

#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

// Names in @…@ are the theme's; sizes are in pixels of spacing, never of text.
const char* const kSheet = R"(
QMainWindow, QDialog, #page { background: @window@; color: @text@; }
QWidget { color: @text@; }
QToolTip { background: @surface@; color: @text@; border: 1px solid @border@; padding: 4px 6px; }
QMenuBar { background: transparent; border: none; padding: 0; spacing: 0; }
QMenuBar::item { padding: 5px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover@; }
QMenu { background: @surface@; border: 1px solid @border@; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: @selected@; }
QMenu::item:disabled { color: @quietText@; }
QMenu::separator { height: 1px; background: @border@; margin: 4px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 6px; }

QPushButton, QToolButton { background: @surface@; border: 1px solid @border@; border-radius: 6px; padding: 4px 10px; }
QToolButton { padding: 4px; }
QPushButton:hover, QToolButton:hover { background: @hover@; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked { background: @selected@; }
QPushButton:focus, QToolButton:focus { border-color: @focus@; }
QPushButton:disabled, QToolButton:disabled { color: @quietText@; background: @window@; }
QPushButton[main="true"], QToolButton[main="true"] { background: @button@; border-color: @button@; color: @buttonText@; }
QPushButton[main="true"]:focus, QToolButton[main="true"]:focus { border-color: @text@; }
QPushButton[main="true"]:disabled, QToolButton[main="true"]:disabled { background: @scrubberAhead@; border-color: @scrubberAhead@; color: @text@; }
QPushButton[flat="true"], QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: @hover@; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border-color: @focus@; }
#segment { border-radius: 0; margin: 0; padding: 4px 10px; border: 1px solid @border@; border-left-width: 0; }
#segment[place="first"] { border-left-width: 1px; border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
#segment[place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
#segment[place="only"] { border-left-width: 1px; border-radius: 6px; }
#segment:checked { background: @button@; color: @buttonText@; border-color: @button@; }
#segment:focus { border-color: @focus@; text-decoration: underline; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @surface@; border: 1px solid @border@; border-radius: 6px;
  padding: 4px 8px; selection-background-color: @selected@; selection-color: @text@; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: @focus@; }
QComboBox { padding-right: 20px; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; border-left: 4px solid @surface@; border-right: 4px solid @surface@;
  border-top: 5px solid @quietText@; margin-right: 6px; }
QComboBox QAbstractItemView { background: @surface@; border: 1px solid @border@; selection-background-color: @selected@;
  selection-color: @text@; outline: none; }

QAbstractScrollArea { background: @surface@; border: none; }
QListView, QTreeView, QTableView { background: @surface@; alternate-background-color: @window@; gridline-color: @border@; border: none; outline: none;
  selection-background-color: @selected@; selection-color: @text@; }
QHeaderView::section { background: @window@; color: @quietText@; border: none; border-bottom: 1px solid @border@;
  padding: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scrubberAhead@; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @quietText@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: @surface@; }

QSplitter::handle { background: @border@; }
QSplitter::handle:hover { background: @focus@; }
QProgressBar { background: @hover@; border: none; border-radius: 3px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: @button@; border-radius: 3px; }
QCheckBox, QRadioButton { spacing: 6px; }
QRadioButton::indicator { width: 11px; height: 11px; border: 1px solid @quietText@; border-radius: 6px; background: @surface@; }
QRadioButton::indicator:checked { width: 5px; height: 5px; border: 4px solid @focus@; }
QRadioButton::indicator:focus { border-color: @text@; }

#header, #transport { background: @surface@; }
#header { border-bottom: 1px solid @border@; }
#transport { border-top: 1px solid @border@; }
#sidePanel, #inspector, #inspectorBody, #prosePane, #previewPane, #codeHeader, #codePane, #problemsPanel, #stateCard { background: @surface@; }
#codeHeader { border-bottom: 1px solid @border@; }
#paneTitle, #sectionTitle { color: @quietText@; }
#quiet, #codeEnd { color: @quietText@; }
#place { color: @quietText@; border: 1px solid transparent; border-radius: 6px; padding: 3px 2px; background: transparent; }
#place:hover { background: @hover@; }
#place:focus { border-color: @focus@; }
#sectionTitle { text-align: left; border: 1px solid transparent; border-radius: 4px; padding: 2px 2px; background: transparent; }
#sectionTitle:hover { background: @hover@; }
#sectionTitle:focus { border-color: @focus@; }
#nowBox { background: @nowBox@; border: 1px solid @nowBoxBorder@; border-radius: 8px; }
#nowBox[tone="alert"] { background: @alertBox@; border-color: @alertBoxBorder@; }
#nowBox[tone="alert"] QLabel { color: @alertText@; }
#nowBox[tone="hint"] { background: @hintBox@; border-color: @hintBoxBorder@; }
#nowBox[tone="hint"] QLabel { color: @hintText@; }
#stateCode { background: @window@; border: 1px solid @border@; border-radius: 6px; }
#predictPanel { background: @surface@; border: 2px solid @focus@; border-radius: 8px; }
#hintBox { background: @hintBox@; border: 1px solid @hintBoxBorder@; border-radius: 6px; }
#hintBox:focus { border-color: @focus@; }
#hintBox QLabel { color: @hintText@; }
#consoleList { background: @console@; border: 1px solid @consoleBorder@; border-radius: 6px; }
#goTo QListView::item { padding: 5px 8px; }
#goTo QListView { border: 1px solid @border@; border-radius: 6px; }
#problemsPanel QListView::item { padding: 3px 8px; }
#card { background: @surface@; border: 1px solid @border@; border-radius: 8px; }
QPushButton[row="true"] { text-align: left; padding: 3px 4px; border-radius: 4px; }
#startPage, #startContent, #startScroll { background: @window@; }
#tour { background: @surface@; border: 1px solid @focus@; border-radius: 8px; }
#laneFinder { background: @window@; border-bottom: 1px solid @border@; }
#rangePanel { background: @surface@; border-top: 1px solid @border@; }
QTabWidget::pane { border: 1px solid @border@; border-radius: 6px; }
QTabBar::tab { background: transparent; color: @text@; padding: 6px 14px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { border-bottom-color: @button@; }
QTabBar::tab:focus { background: @hover@; }
#banner { background: @hintBox@; border-bottom: 1px solid @hintBoxBorder@; }
#banner QLabel { color: @hintText@; }
#banner[tone="alert"] { background: @alertBox@; border-bottom-color: @alertBoxBorder@; }
#banner[tone="alert"] QLabel { color: @alertText@; }
)";

}  // namespace

QString styleSheet(const Theme& theme) {
  const QHash<QString, QColor> colors{{"window", theme.window},
                                      {"surface", theme.surface},
                                      {"border", theme.border},
                                      {"text", theme.text},
                                      {"quietText", theme.quietText},
                                      {"button", theme.button},
                                      {"buttonText", theme.buttonText},
                                      {"hover", theme.hover},
                                      {"selected", theme.selected},
                                      {"focus", theme.focus},
                                      {"scrubberAhead", theme.scrubberAhead},
                                      {"nowBox", theme.nowBox},
                                      {"nowBoxBorder", theme.nowBoxBorder},
                                      {"alertBox", theme.alertBox},
                                      {"alertBoxBorder", theme.alertBoxBorder},
                                      {"alertText", theme.alertText},
                                      {"hintBox", theme.hintBox},
                                      {"hintBoxBorder", theme.hintBoxBorder},
                                      {"hintText", theme.hintText},
                                      {"console", theme.console},
                                      {"consoleBorder", theme.consoleBorder}};
  QString sheet = QString::fromLatin1(kSheet);
  for (auto color = colors.begin(); color != colors.end(); ++color) {
    sheet.replace(u'@' + color.key() + u'@', color.value().name());
  }
  return sheet;
}

void markMain(QWidget& button) {
  button.setProperty("main", true);
  button.style()->unpolish(&button);  // it may have been polished as another
  button.style()->polish(&button);
}

QString richTextStyle(const Theme& theme) {
  return QStringLiteral(
             "body { color: %1; } a { color: %2; text-decoration: none; } h1, h2, h3 { color: %1; font-weight: 600; }"
             "code, pre { font-family: 'Hack'; } pre { background: %3; } th { background: %3; text-align: left; }"
             "table { border-color: %4; border-collapse: collapse; } td, th { padding: 3px 8px; }"
             "blockquote { color: %5; }")
      .arg(theme.text.name(), theme.accent.name(), theme.window.name(), theme.border.name(), theme.quietText.name());
}

}  // namespace loopline::ui
