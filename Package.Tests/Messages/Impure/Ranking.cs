using Memo;

namespace Impure;

public class Ranking(Random random)
{
    [Memoize]
    public static int[] Rank(int[] scores)
    {
        Array.Sort(scores);
        return scores;
    }

    [Memoize]
    public int Draw(int sides) => random.Next(sides);

    [Memoize]
    public static int Twice(int number)
    {
        return Local(number) + Local(number);

        [Memoize]
        static int Local(int number) => number * 2;
    }
}
