import { type Refusal, refuse } from '@mashang/kit'

// The head of the published lists of leaked passwords, as far as it passes the other tests here.
const WELL_KNOWN = new Set(
  [
    'password1 passw0rd p@ssw0rd password123 abc12345 abcd1234 a1234567 a12345678 a123456789 aa123456 aa12345678',
    'qwer1234 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zxcv1234 asdf1234 qwerty123 qwerty12 admin123 admin1234',
    'admin888 woaini1314 woaini520 iloveyou1 123456abc 12345678a 123456789a 1234qwer 123qweasd asd123456 qq123456',
    'abc123456 wang1234 li123456 5201314a 1314520a test1234 user1234 welcome1 letmein1 mima1234 mashang123',
  ].flatMap((line) => line.split(' ')),
)

/**
 * A password has letters and digits (or is a long phrase), is not one that everybody tries first,
 * and does not hold what is known of its owner: phone number, account name.
 */
export function passwordMustBeHardToGuess(
  password: string,
  known: readonly string[],
  path = 'password',
): Refusal | undefined {
  const plain = password.toLowerCase()
  const mixed = /\p{L}/u.test(plain) && /\p{N}/u.test(plain)
  const isPhrase = [...plain].length >= 16
  const varied = new Set(plain).size >= 5
  const holdsKnown = known.some((one) => one.length >= 3 && plain.includes(one.toLowerCase()))
  if ((mixed || isPhrase) && varied && !holdsKnown && !WELL_KNOWN.has(plain)) return undefined
  return refuse('password-easy-to-guess', {
    rule: 'passwordMustBeHardToGuess',
    fields: [{ path, code: 'password-easy-to-guess', facts: {} }],
  })
}
