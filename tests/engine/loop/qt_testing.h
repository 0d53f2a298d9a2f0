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

// The same inside coroutines: a failure ends the coroutine.
#define CO_VERIFY(condition)                                                                          \
  do {                                                                                                \
    if (!QTest::qVerify(static_cast<bool>(condition), #condition, "", __FILE__, __LINE__)) co_return; \
  } while (false)
#define CO_COMPARE(actual, expected)                                                           \
  do {                                                                                         \
    if (!QTest::qCompare(actual, expected, #actual, #expected, __FILE__, __LINE__)) co_return; \
  } while (false)
#define CO_COMPARE_TEXT(actual, expected) CO_COMPARE(std::string(actual), std::string(expected))
