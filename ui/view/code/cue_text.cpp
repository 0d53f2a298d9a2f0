#include "code/cue_text.h"

#include <Qsci/qscistyledtext.h>

#include <QFontMetrics>
#include <QTextBlock>
#include <QTextDocument>
#include <vector>

#include "lessons/prose.h"
#include "ui_model/fonts.h"

namespace loopline::ui {

namespace {

struct Word {
  QString text;
  bool code = false;
  bool spaceBefore = false;
};

std::vector<Word> wordsOf(const QString& markdown) {
  QTextDocument document;
  document.setDefaultStyleSheet(QStringLiteral("code { font-family: 'Hack'; }"));
  document.setHtml(QString::fromStdString(lessons::render_inline(markdown.toStdString())));
  std::vector<Word> words;
  bool space = false;
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
      const QTextFragment fragment = piece.fragment();
      const bool code = fragment.charFormat().fontFamilies().toStringList().contains(QStringLiteral("Hack"));
      QString word;
      const auto finish = [&] {
        if (!word.isEmpty()) words.push_back({word, code, space});
        if (!word.isEmpty()) space = false;
        word.clear();
      };
      for (const QChar c : fragment.text()) {
        if (!c.isSpace()) {
          word += c;
          continue;
        }
        finish();
        space = true;
      }
      finish();
    }
    space = true;
  }
  return words;
}

}  // namespace

QList<QsciStyledText> wrapCue(const QString& markdown, int pixels, CueStyles styles) {
  const QFontMetrics plain(textFont(9));
  const QFontMetrics mono(codeFont(8.5));
  const auto width = [&](const QString& text, bool code) { return (code ? mono : plain).horizontalAdvance(text); };
  QList<QsciStyledText> pieces;
  const auto add = [&](const QString& text, int style) { pieces << QsciStyledText(text, style); };
  add(QStringLiteral(" "), styles.text);
  int used = width(QStringLiteral(" "), false);
  for (const Word& word : wordsOf(markdown)) {
    const int needed = width(word.text, word.code) + (word.spaceBefore ? width(QStringLiteral(" "), false) : 0);
    if (word.spaceBefore && used + needed > pixels) {
      add(QStringLiteral("\n "), styles.text);
      used = width(QStringLiteral(" "), false);
    } else if (word.spaceBefore) {
      add(QStringLiteral(" "), styles.text);
    }
    add(word.text, word.code ? styles.code : styles.text);
    used += needed;
  }
  add(QStringLiteral(" "), styles.text);
  return pieces;
}

}  // namespace loopline::ui
