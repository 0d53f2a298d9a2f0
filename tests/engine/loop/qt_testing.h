// Qt Test, with strings of the standard library shown when they differ.
#pragma once

#include <QTest>

#include <string>

namespace QTest {

template <>
inline char* toString(const std::string& text) {
  return qstrdup(text.c_str());
}

}  // namespace QTest

/// Two strings are equal; a string literal may stand for either.
#define COMPARE_TEXT(actual, expected) QCOMPARE(std::string(actual), std::string(expected))
